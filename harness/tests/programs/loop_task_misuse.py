# needs: 3.11.7
import asyncio
from scenario import log

def attempt(name, f, *args, **kw):
    try:
        log(name, "->", type(f(*args, **kw)).__name__)
    except BaseException as e:
        log(name, type(e).__name__)

async def aattempt(name, make):
    try:
        log(name, "->", await make())
    except BaseException as e:
        log(name, type(e).__name__, type(e.__context__).__name__, type(e.__cause__).__name__)

async def nothing():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    attempt("create_task 5", asyncio.create_task, 5)
    attempt("create_task future", asyncio.create_task, loop.create_future())
    attempt("Task none", asyncio.Task, None)
    attempt("ensure 5", asyncio.ensure_future, 5)
    attempt("gather 5", asyncio.gather, 5)
    attempt("shield 5", asyncio.shield, 5)
    attempt("timeout str", asyncio.timeout, "x")
    attempt("timeout none", asyncio.timeout, None)
    attempt("wrap 5", lambda: asyncio.run_coroutine_threadsafe(5, loop))
    attempt("run inside", asyncio.run, None)
    attempt("Semaphore -1", asyncio.Semaphore, -1)
    attempt("Barrier 0", asyncio.Barrier, 0)
    attempt("lock release", asyncio.Lock().release)
    attempt("cond notify", asyncio.Condition().notify)
    attempt("cond notify_all", asyncio.Condition().notify_all)
    attempt("bounded", asyncio.BoundedSemaphore(1).release)
    attempt("task_done", asyncio.Queue().task_done)
    attempt("get_nowait", asyncio.Queue().get_nowait)
    q = asyncio.Queue(1)
    q.put_nowait(1)
    attempt("put_nowait", q.put_nowait, 2)
    t = asyncio.timeout(1)
    attempt("reschedule", t.reschedule, 5)
    log(t.when() is not None, t.expired(), t)
    await aattempt("sleep str", lambda: asyncio.sleep("x"))
    await aattempt("wait empty", lambda: asyncio.wait([]))
    await aattempt("wait fut", lambda: asyncio.wait(loop.create_future()))
    await aattempt("wait rw", lambda: asyncio.wait([loop.create_future()], return_when="x"))
    await aattempt("wait_for 5", lambda: asyncio.wait_for(5, 1))
    await aattempt("wait_for 5 0", lambda: asyncio.wait_for(5, 0))
    await aattempt("wait_for 0", lambda: asyncio.wait_for(nothing(), 0))
    await aattempt("wait_for none", lambda: asyncio.wait_for(nothing(), None))
    await aattempt("cond wait", lambda: asyncio.Condition().wait())
    await aattempt("int", lambda: 5)
    async def group_twice():
        g = asyncio.TaskGroup()
        async with g:
            pass
        async with g:
            pass
    async def group_after():
        g = asyncio.TaskGroup()
        async with g:
            pass
        g.create_task(nothing())
    async def group_before():
        g = asyncio.TaskGroup()
        g.create_task(nothing())
    for f in (group_twice, group_after, group_before):
        try:
            await f()
        except RuntimeError as e:
            log(f.__name__, type(e).__name__)
    async def twice():
        t = asyncio.timeout(1)
        async with t:
            pass
        async with t:
            pass
    await aattempt("timeout twice", twice)
    async def resched():
        t = asyncio.timeout(1)
        async with t:
            pass
        t.reschedule(3)
    await aattempt("resched", resched)
    c = asyncio.sleep(0)
    await c
    await aattempt("again", lambda: c)
    c = asyncio.sleep(0)
    c.close()
    await aattempt("closed", lambda: c)
    c = asyncio.sleep(0)
    log(c.send(None))
    try:
        c.send(None)
    except StopIteration as e:
        log(repr(e))
    c = asyncio.sleep(5, "x")
    f = c.send(None)
    log(asyncio.isfuture(f), f.done())
    await aattempt("in use", lambda: c)
    try:
        c.throw(KeyError("k"))
    except KeyError as e:
        log(repr(e), f.done())
    c = asyncio.sleep(5, "x")
    try:
        c.throw(KeyError)
    except KeyError as e:
        log(repr(e))
    c = asyncio.sleep(5, "x")
    try:
        c.send(5)
    except TypeError as e:
        log(e)
    c.close()
    c = asyncio.sleep(0)
    del c
    log(type(asyncio.sleep(0)).__name__)
    log(asyncio.iscoroutine(asyncio.sleep(0)), asyncio.iscoroutine(nothing), asyncio.iscoroutine(5))
    t = asyncio.create_task(nothing(), name=5)
    log(t.get_name(), repr(t.get_name()))
    t.set_name(("a", 1))
    log(t.get_name())
    attempt("result", t.result)
    attempt("exception", t.exception)
    await t
    attempt("result", t.result)
    log(t.cancel(), t.cancelling(), t.uncancel(), t.cancelled())
    log(isinstance(t, asyncio.Future), isinstance(t, asyncio.Task), asyncio.isfuture(t))
    log(t.get_loop() is loop, t in asyncio.all_tasks(), asyncio.current_task() in asyncio.all_tasks())
    attempt("factory", loop.set_task_factory, 5)
    log(loop.get_task_factory())

attempt("timeout outside", asyncio.timeout, 1)
attempt("current_task", asyncio.current_task)
attempt("all_tasks", asyncio.all_tasks)
c = nothing()
attempt("create_task", asyncio.create_task, c)
c.close()
asyncio.run(main())
with asyncio.Runner() as r:
    log(r.run(nothing()))
attempt("runner closed", r.get_loop)
