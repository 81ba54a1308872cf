"""Random task programs: one seed, one program in Scenario Python.

A program has a few coroutine functions `c0` ... `cN` made of random statements, and a `main`
that starts the last of them, waits, and then cancels whatever is left until all have ended.
Whatever a statement does is logged.  What CPython leaves open is kept out:

* every task is in the list `tasks`, and is cancelled at the end in that order, so that the
  set order in which asyncio.run cancels leftovers does not show;
* a task group has one child, since an abort cancels in set order;
* a task waits for tasks that are younger than itself only, so no circle of waiting tasks
  arises, whose cancellation has no end (CPython: RecursionError);
* reports of exceptions that nobody retrieved are not logged: they come when a task is
  destroyed, and CPython's tracebacks keep tasks alive.

A coroutine function starts only such with a smaller number, so every program ends.
"""
import random

HEAD = '''\
"""A random program of tasks."""
import asyncio
from scenario import log

tasks = []
futures = []
ended = []
lock = asyncio.Lock()
semaphore = asyncio.Semaphore({permits})
event = asyncio.Event()
condition = asyncio.Condition()
queue = asyncio.{queue}({maxsize})
barrier = asyncio.Barrier(2)


def kind(e):
    if isinstance(e, BaseExceptionGroup):
        return [type(e).__name__, [kind(one) for one in e.exceptions]]
    if isinstance(e, (ValueError, asyncio.CancelledError)):
        return type(e).__name__, e.args
    if isinstance(e, BaseException):
        return type(e).__name__
    return e


def links(e):
    return kind(e), kind(e.__cause__), kind(e.__context__)


def start(coro, **options):
    # An eager task starts others before it is here: its place comes before theirs.
    place = len(tasks)
    tasks.append(ended[0])
    tasks[place] = asyncio.get_running_loop().create_task(coro, **options)
    return tasks[place]


def cancel(i, *message):
    if i < len(tasks):
        log("cancel", i, tasks[i].cancel(*message))


def settle(i, action, *value):
    try:
        log(action, i, getattr(futures[i], action)(*value))
    except asyncio.InvalidStateError:
        log(action, i, "refused")


def own_task():
    return asyncio.current_task()


def cancel_self(*message):
    log("cancel", own_task().cancel(*message))


def pick(i):
    own = own_task()
    later = tasks[tasks.index(own) + 1:] if own in tasks else futures
    return later[i % len(later)] if later else futures[i % 3]


def report(loop, context):
    if "never retrieved" not in context["message"]:
        log("report", kind(context.get("exception")))


'''

MAIN = '''

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    ended.append(loop.create_future())
    ended[0].set_result(None)
    for i in range(3):
        futures.append(loop.create_future())
{starts}
    await asyncio.sleep(4)
    for round in range(40):
        left = [task for task in tasks if not task.done()]
        if not left:
            break
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=1)
    for i in range(len(tasks)):
        if tasks[i] is ended[0]:
            log("task", i, "was not made")
        elif tasks[i].cancelled():
            log("task", i, "cancelled", tasks[i].cancelling())
        elif tasks[i].done():
            log("task", i, kind(tasks[i].exception() or tasks[i].result()), tasks[i].cancelling())
        else:
            log("task", i, "pending")
    for future in futures:
        log("future", future.done() and (future.cancelled() or kind(future.exception() or future.result())))
    log(lock.locked(), semaphore.locked(), event.is_set(), condition.locked(), queue.qsize(), barrier.n_waiting)


asyncio.run(main())
'''

DELAYS = ("0", "0", "0", "0.125", "0.25", "0.5")


class _Writer:
    """Writes one program."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.count = 0          # statements so far: each logs another number

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def choose(self, *choices):
        return self.random.choice(choices)

    def number(self):
        self.count += 1
        return self.count

    # ---- coroutine functions -----------------------------------------------

    def function(self, index):
        self.index = index
        self.line("async def c%d():" % index)
        self.indent += 1
        self.line("me = len(tasks)")
        self.body(self.random.randint(2, 5), 0)
        if self.chance(50):
            self.line("return %d" % self.number())
        self.indent -= 1
        self.line("")
        self.line("")

    def body(self, count, depth):
        for _ in range(count):
            self.statement(depth)

    def block(self, head, depth, count=None):
        self.line(head)
        self.indent += 1
        self.body(count or self.random.randint(1, 3), depth + 1)
        self.indent -= 1

    def statement(self, depth):
        simple = [self.sleep, self.sleep, self.say, self.cancel, self.settle, self.await_future,
                  self.await_task, self.use_event, self.use_queue, self.call_soon,
                  self.counts, self.finish, self.start, self.combine, self.combine, self.meet]
        nested = [self.attempt, self.attempt, self.attempt, self.with_lock, self.with_semaphore,
                  self.with_condition, self.with_timeout, self.with_group, self.repeat]
        if depth < 3 and self.chance(45):
            self.random.choice(nested)(depth)
        else:
            self.random.choice(simple)()

    # ---- statements --------------------------------------------------------

    def sleep(self):
        self.line("await asyncio.sleep(%s)" % self.random.choice(DELAYS))
        if self.chance(60):
            self.say()

    def say(self):
        self.line("log(me, %d)" % self.number())

    def message(self):
        return ', "m%d"' % self.number() if self.chance(40) else ""

    def cancel(self):
        if self.chance(25):
            self.line("cancel_self(%s)" % self.message()[2:])
        else:
            self.line("cancel(%d%s)" % (self.random.randrange(6), self.message()))

    def settle(self):
        i = self.random.randrange(3)
        self.line(self.choose('settle(%d, "set_result", %d)' % (i, self.number()),
                              'settle(%d, "set_exception", ValueError(%d))' % (i, self.number()),
                              'settle(%d, "cancel"%s)' % (i, self.message())))

    def await_future(self):
        self.line("log(me, await futures[%d])" % self.random.randrange(3))

    def await_task(self):
        what = "pick(%d)" % self.random.randrange(6)
        self.line("log(me, await %s)" % self.choose(what, "asyncio.shield(%s)" % what))

    def use_event(self):
        self.line(self.choose("log(me, await event.wait())", "event.set()", "event.set()",
                              "event.clear()"))

    def use_queue(self):
        n = self.number()
        self.line(self.choose(
            "await queue.put(%d)" % n, "await queue.put(%d)" % n, "log(me, await queue.get())",
            "log(me, await queue.get())", "queue.put_nowait(%d)" % n,
            "log(me, queue.get_nowait())", "queue.task_done()", "await queue.join()",
            "queue.shutdown(%s)" % self.choose("True", "False") if self.chance(20) else
            "log(me, queue.qsize(), queue.full())"))

    def meet(self):
        self.line(self.choose("log(me, await barrier.wait())", "log(me, barrier.n_waiting)"))

    def call_soon(self):
        n = self.number()
        i = self.random.randrange(6)
        self.line("asyncio.get_running_loop()." + self.choose(
            'call_soon(log, "soon", %d)' % n, "call_soon(cancel, %d)" % i,
            "call_later(%s, cancel, %d)" % (self.random.choice(DELAYS), i),
            'call_later(%s, log, "later", %d)' % (self.random.choice(DELAYS), n)))

    def counts(self):
        self.line(self.choose("log(me, own_task().cancelling())", "log(me, own_task().uncancel())"))

    def finish(self):
        self.line(self.choose("raise ValueError(%d)" % self.number(), "return %d" % self.number(),
                              "raise asyncio.CancelledError(%d)" % self.number(),
                              "log(me, %d)" % self.number()))

    def coroutine(self):
        """A call of a smaller coroutine function; None where there is none."""
        return "c%d()" % self.random.randrange(self.index) if self.index else None

    def started(self):
        call = self.coroutine()
        if call is None:
            return "pick(%d)" % self.random.randrange(6)
        return "start(%s%s)" % (call, ", eager_start=True" if self.chance(20) else "")

    def start(self):
        call = self.coroutine()
        self.line(self.started() if call is None or self.chance(70) else "log(me, await %s)" % call)

    def combine(self):
        two = "%s, %s" % (self.started(), self.started())
        one = self.choose(self.started(), "futures[%d]" % self.random.randrange(3),
                          self.coroutine() or "event.wait()")
        way = self.random.randrange(5)
        if way == 0:
            self.line("log(me, [kind(x) for x in await asyncio.gather(%s, return_exceptions=True)])" % two)
        elif way == 1:
            self.line("log(me, await asyncio.gather(%s))" % two)
        elif way == 2:
            self.line("both = [%s]" % two)
            self.line("done, pending = await asyncio.wait(both, timeout=%s, return_when=asyncio.%s)" % (
                self.choose("None", "0", "0.125", "1"),
                self.choose("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")))
            self.line("log(me, [x in done for x in both], len(pending))")
        elif way == 3:
            self.line("log(me, await asyncio.wait_for(%s, %s))" % (
                one, self.choose("None", "0", "0.125", "0.25", "1")))
        else:
            self.line("log(me, await asyncio.shield(%s))" % self.started())

    # ---- blocks ------------------------------------------------------------

    def attempt(self, depth):
        self.block("try:", depth)
        style = self.random.randrange(4)
        if style != 3:
            what = ("asyncio.CancelledError", "Exception", "BaseException")[style]
            self.line("except %s as e:" % what)
            self.indent += 1
            self.line("log(me, %d, links(e))" % self.number())
            if self.chance(50):
                self.body(self.random.randint(1, 2), depth + 1)
            if style != 1 and self.chance(60):
                self.line("raise")
            self.indent -= 1
        if style == 3 or self.chance(40):
            self.block("finally:", depth, self.random.randint(1, 2))

    def with_lock(self, depth):
        self.block("async with lock:", depth)

    def with_semaphore(self, depth):
        self.block("async with semaphore:", depth)

    def with_condition(self, depth):
        self.line("async with condition:")
        self.indent += 1
        self.line(self.choose("log(me, await condition.wait())", "log(me, await condition.wait())",
                              "condition.notify(%d)" % self.random.randint(1, 2),
                              "condition.notify_all()"))
        if self.chance(50):
            self.statement(depth + 1)
        self.indent -= 1

    def with_timeout(self, depth):
        self.block("async with asyncio.timeout(%s):" % self.choose("None", "0", "0.125", "0.25", "1"),
                   depth)

    def with_group(self, depth):
        call = self.coroutine()
        if call is None:
            self.with_timeout(depth)
            return
        self.line("async with asyncio.TaskGroup() as group:")
        self.indent += 1
        self.line("tasks.append(group.create_task(%s))" % call)
        self.body(self.random.randint(1, 2), depth + 1)
        if self.chance(10):
            self.line("group.cancel()")
        self.indent -= 1

    def repeat(self, depth):
        self.block("for i in range(2):", depth, self.random.randint(1, 2))


def generate(seed):
    """The program of that seed, as text."""
    writer = _Writer(seed)
    count = writer.random.randint(2, 4)
    for index in range(count):
        writer.function(index)
    starts = ["    start(c%d())" % (count - 1)]
    for _ in range(writer.random.randint(1, 3)):
        starts.append("    start(c%d())" % writer.random.randrange(count))
    head = HEAD.replace("{permits}", writer.choose("1", "2", "2")) \
        .replace("{queue}", writer.choose("Queue", "Queue", "LifoQueue", "PriorityQueue")) \
        .replace("{maxsize}", writer.choose("0", "1", "2"))
    functions = "\n".join(writer.lines).rstrip() + "\n"
    return head + functions + MAIN.replace("{starts}", "\n".join(starts))
