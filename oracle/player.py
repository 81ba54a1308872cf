"""Plays scenarios on a Python loop, inside that loop's interpreter.

    python3 player.py --loop MODULE:FACTORY --fds N,M,...

The process imports everything once, says what it found (the greeting), and forks one worker
per descriptor; a worker forks a child for each scenario, so that whatever a scenario does
ends with it.  spec/formats.md has the protocol.  Runs on Python 3.7 and newer and on PyPy,
standard library only.

Nothing here may wait for time: under timewarp the first process that does is taken for the
one that is graded.  Parents only ever block in read() and waitpid().
"""
import argparse
import fcntl
import gc
import importlib
import json
import os
import platform
import random
import resource
import signal
import sys
import threading
import time
import traceback
import types
import warnings
import weakref

PROTOCOL = 1
GREETING_SECONDS = 5        # what trying the factory may take
SETTLING_SECONDS = 0.05     # of processor time, before a descriptor counts as left behind

# Methods of AbstractEventLoop by the `ops` group they belong to (spec/formats.md).
GROUPS = {
    "readers": ("add_reader", "remove_reader", "add_writer", "remove_writer"),
    "threads": ("call_soon_threadsafe",),
    "executor": ("run_in_executor", "set_default_executor"),
    "futures": ("create_future",),
    "handler": ("set_exception_handler", "call_exception_handler", "default_exception_handler"),
    "debug": ("get_debug", "set_debug"),
    "signals": ("add_signal_handler", "remove_signal_handler"),
}


class PlayerError(Exception):
    """The target cannot be played; str() is one line."""


def one_line(error):
    """An exception on one line."""
    text = " ".join(str(error).split())
    return type(error).__name__ + (": " + text if text else "")


def text_of(error):
    try:
        return str(error)
    except BaseException:
        return "(its text cannot be had)"


# ---- The target's factory -----------------------------------------------------

class Target:
    """The loop under test: makes loops, and knows which of them still live."""

    def __init__(self, name, asyncio):
        self.asyncio = asyncio
        self.made = []                      # weak references
        self._inside = threading.local()    # .factory: is the factory running on this thread?
        self._policy = quietly(self._find_policy)
        self._plain = getattr(self._policy, "new_event_loop", asyncio.new_event_loop)
        self._factory = self._find_factory(name) if name else self._plain

    def _find_policy(self):
        """The process's event loop policy; None where Python has none any more."""
        get = getattr(self.asyncio, "get_event_loop_policy", None)
        return get() if get is not None else None

    def _find_factory(self, name):
        """The callable that MODULE:FACTORY names."""
        module_name, colon, attribute = name.partition(":")
        if not module_name or not colon or not attribute:
            raise PlayerError("the loop %r is not MODULE:FACTORY" % name)
        try:
            module = importlib.import_module(module_name)
        except BaseException as error:
            raise PlayerError("cannot import %s: %s" % (module_name, one_line(error)))
        if "(" in attribute:
            try:
                code = compile(attribute, name, "eval")
            except SyntaxError as error:
                raise PlayerError("the factory %r is not an expression: %s" % (attribute, error))
            return lambda: self._unwrap(eval(code, vars(module)))
        found = module
        for part in attribute.split("."):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise PlayerError("module %s has no %s" % (module_name, attribute))
        if isinstance(found, type) and is_policy(found):
            found = found()
            set_policy = getattr(self.asyncio, "set_event_loop_policy", None)
            if set_policy is not None:
                quietly(set_policy, found)
                self._policy = found
        if is_policy(found):
            return found.new_event_loop
        if not callable(found):
            raise PlayerError("%s is no factory: %s is not callable"
                              % (name, type(found).__name__))
        return lambda: self._unwrap(found())

    @staticmethod
    def _unwrap(made):
        """A factory may also give a policy; its loop is meant then."""
        return made.new_event_loop() if is_policy(made) else made

    def new_event_loop(self):
        """What replaces asyncio.new_event_loop."""
        if getattr(self._inside, "factory", False):
            return self._plain()            # a factory that wraps a plain loop
        self._inside.factory = True
        try:
            loop = self._factory()
        finally:
            self._inside.factory = False
        try:
            self.made.append(weakref.ref(loop))
        except TypeError:
            pass                            # cannot be watched without being kept alive
        return loop

    def install(self):
        """Let asyncio.new_event_loop, asyncio.run and get_event_loop use the factory."""
        def new_event_loop():
            return self.new_event_loop()
        self.asyncio.new_event_loop = new_event_loop
        self.asyncio.events.new_event_loop = new_event_loop
        try:
            self._policy.new_event_loop = new_event_loop
        except AttributeError:
            pass                            # no policy, or one that cannot be changed

    def unclosed(self):
        """How many loops still live and were not closed."""
        loops = [loop for loop in (reference() for reference in self.made) if loop is not None]
        return sum(not loop.is_closed() for loop in loops)


def is_policy(found):
    return hasattr(found, "new_event_loop") and not hasattr(found, "run_forever") \
        and not isinstance(found, types.ModuleType)


def is_loop(found):
    return all(callable(getattr(found, name, None))
               for name in ("call_soon", "run_forever", "stop", "close"))


def quietly(function, *args):
    """Call it without showing warnings (of what newer versions deprecate)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*args)


# ---- Processes ----------------------------------------------------------------

def fork():
    """os.fork, which complains from 3.12 on where an imported module has started threads."""
    return quietly(os.fork)


def descriptors():
    """How many descriptors this process has open; 0 where the system does not tell."""
    for folder in ("/proc/self/fd", "/dev/fd"):
        try:
            return len(os.listdir(folder))
        except OSError:
            continue
    return 0


def read_all(descriptor):
    chunks = []
    while True:
        chunk = os.read(descriptor, 65536)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


def send(descriptor, message):
    data = json.dumps(message).encode() + b"\n"
    while data:
        data = data[os.write(descriptor, data):]


# ---- The greeting -------------------------------------------------------------

def greeting(target, lacks):
    """Try the factory in a child of its own; what it tells, or PlayerError."""
    receiver, sender = os.pipe()
    pid = fork()
    if pid == 0:
        try:
            os.close(receiver)
            limit_trial()
            probe(target, sender)
        finally:
            os._exit(0)
    os.close(sender)
    facts = {}
    for line in read_all(receiver).decode().splitlines():
        facts.update(json.loads(line))
    os.close(receiver)
    _, status = os.waitpid(pid, 0)
    if "error" in facts:
        raise PlayerError(facts["error"])
    if "allowance" not in facts:
        raise PlayerError("trying the factory ended its process: " + describe(status))
    facts["lacks"] = sorted(set(facts["lacks"]) | set(lacks))
    facts.update(protocol=PROTOCOL, semantics="%d.%d.%d" % sys.version_info[:3],
                 implementation=platform.python_implementation())
    return facts


def describe(status):
    """A wait status in words."""
    if not os.WIFSIGNALED(status):
        return "exit status %d" % os.WEXITSTATUS(status)
    number = os.WTERMSIG(status)
    if number in (signal.SIGALRM, signal.SIGXCPU):
        return "it neither returned nor raised for %d s" % GREETING_SECONDS
    return signal.Signals(number).name


def limit_trial():
    """End the trial where the factory neither returns nor raises."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(GREETING_SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (GREETING_SECONDS, GREETING_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def probe(target, sender):
    """Make loops, and write what they show: kind, lacks, and descriptors they leave behind.

    Some loops open descriptors once per process and keep them: that is no leak of a scenario
    (`allowance`).  What every further loop adds to is one.
    """
    before = descriptors()
    try:
        loop = target.new_event_loop()
    except BaseException as error:
        send(sender, {"error": "the factory raised " + one_line(error)})
        return
    if not is_loop(loop):
        send(sender, {"error": "the factory returned no event loop but %s"
                      % type(loop).__name__})
        return
    kind = type(loop)
    facts = {"loop": kind.__module__ + "." + kind.__qualname__,
             "lacks": lacking(kind, target.asyncio.AbstractEventLoop)}
    try:
        loop.close()
    except BaseException as error:
        send(sender, {"error": "closing a new loop raised " + one_line(error)})
        return
    del loop
    gc.collect()
    facts["allowance"] = max(0, descriptors() - before)
    send(sender, facts)
    # A run may open more; should the loop not survive it, what is known already stands.
    second = run_once(target) - before
    growth = run_once(target) - before - second
    send(sender, {"allowance": max(0, second - 2 * growth)})


def run_once(target):
    """How many descriptors are open after one more loop was made, run and closed."""
    loop = target.new_event_loop()
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
    del loop
    gc.collect()
    return descriptors()


def lacking(kind, abstract):
    """The groups of which the loop's class left every method abstract."""
    return [group for group, names in GROUPS.items()
            if all(getattr(kind, name, None) is getattr(abstract, name, None)
                   for name in names)]


# ---- Workers and children -----------------------------------------------------

def work(descriptor, play):
    """Serve one descriptor until its end of file."""
    pending = b""
    while True:
        data = os.read(descriptor, 65536)
        if not data:
            return
        pending += data
        while b"\n" in pending:
            line, pending = pending.split(b"\n", 1)
            serve(descriptor, json.loads(line.decode()), play)


def serve(descriptor, request, play):
    """Play one scenario in a child."""
    pid = fork()
    if pid == 0:
        try:
            os.close(descriptor)
            play(request)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    try:
        os.setpgid(pid, pid)    # here too, so that the group exists before its number is told
    except OSError:
        pass                    # the child was faster, or is gone
    die_with_the_other_side(descriptor, pid, True)
    try:
        send(descriptor, {"pid": pid})
    except OSError:
        os.killpg(pid, signal.SIGKILL)
        raise
    _, status = os.waitpid(pid, 0)
    die_with_the_other_side(descriptor, pid, False)
    send(descriptor, {"id": request["id"], "status": status})


def die_with_the_other_side(descriptor, group, on):
    """While on: when the command is killed, the kernel ends the scenario's processes by SIGIO.

    The command sends nothing while a scenario plays, so nothing else raises that signal.
    """
    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL) & ~os.O_ASYNC
    fcntl.fcntl(descriptor, fcntl.F_SETOWN, -group if on else 0)
    fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC if on else flags)


class Play:
    """Plays one scenario; called in the child, and does not return."""

    def __init__(self, target, scenario, allowance, perturbations):
        self.target = target
        self.scenario = scenario
        self.allowance = allowance
        self.perturbations = perturbations

    def __call__(self, request):
        trace = self._prepare(request)
        kept = [perturb(kind, seed, request["id"], self.target.asyncio)
                for kind, seed in self.perturbations]
        before = descriptors()
        # The module stays alive until the process ends, as a program's own does.
        module = self._run(request["file"], trace)
        self._count_left_behind(module, before, trace)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0 if module is not None and kept is not None else 1)

    def _prepare(self, request):
        """Become a process of the scenario's own; the descriptor of its trace."""
        try:
            os.setpgid(0, 0)
        except OSError:
            pass
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        null = os.open(os.devnull, os.O_RDONLY)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
        output = os.open(request["output"], flags, 0o600)
        for source, place in ((null, 0), (output, 1), (output, 2)):
            os.dup2(source, place)
        os.close(null)
        os.close(output)
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(line_buffering=True)
        trace = os.open(request["trace"], flags, 0o600)
        size = int(request.get("bytes", 0)) or resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        seconds = int(request.get("cpu", 0)) or resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return trace

    def _run(self, path, trace):
        """Run the program as __main__ and write how it ended."""
        module = types.ModuleType("__main__")
        module.__file__ = path
        module.__builtins__ = __builtins__
        sys.modules["__main__"] = module
        sys.argv[:] = [path]
        scenario = self.scenario
        ended = "E\t%s\n"
        try:
            with open(path, "rb") as file:
                code = compile(file.read(), path, "exec", dont_inherit=True)
            scenario._trace = trace
            scenario._started = time.monotonic()
            if scenario._timewarp_polls is not None:
                scenario._polls_before = scenario._timewarp_polls()
            exec(code, module.__dict__)
        except BaseException as error:
            kind = type(error)
            text = scenario._escape(text_of(error)).replace("%", "%%")
            ended = "X\t%s\t" + kind.__name__ + "\t" + text + "\n"
            shown = error.__traceback__.tb_next or error.__traceback__
            traceback.print_exception(kind, error, shown)
            del error, shown
        record = ended % scenario._now_ms()
        # What a thread still logs from here on is no part of the trace.
        scenario._trace = os.open(os.devnull, os.O_WRONLY)
        os.write(trace, record.encode("utf-8", "backslashreplace"))
        return module

    def _count_left_behind(self, module, before, trace):
        """Write the records of what the scenario left: loops not closed, descriptors.

        What its own variables still hold is not left behind (a closed loop may keep a
        descriptor as long as it lives), so they are let go of before descriptors count.
        """
        self.scenario._finish()

        def left():
            # One more than before is the descriptor that late log lines go to.
            return descriptors() - before - 1 - self.allowance

        loops = self.target.unclosed()
        if loops or left() > 0:
            gc.collect()        # what only waits for the collector is not left behind
            loops = self.target.unclosed()
        if loops:
            os.write(trace, b"C\tloops\t%d\n" % loops)
        if not loops and left() > 0:
            module.__dict__.clear()
            gc.collect()
        count = settled(left)
        if count > 0:
            os.write(trace, b"C\tdescriptors\t%d\n" % count)


def other_threads():
    """Has this process threads besides the calling one, ending ones included?"""
    try:
        return len(os.listdir("/proc/self/task")) > 1
    except OSError:
        return True             # the system does not tell


def settled(left):
    """left(), once threads that are ending have closed what they open for a moment.

    (glibc's pthread_exit, which CPython 3.8 calls, reads libgcc_s.)  Processor time, since
    neither the clock nor a wait may be touched here.  Without such threads there is nothing to
    wait for: on a busy machine each yield costs a turn of everybody else.
    """
    end = time.process_time() + SETTLING_SECONDS
    count = left()
    while count > 0 and other_threads() and time.process_time() < end:
        os.sched_yield()
        count = min(count, left())
    # Once more: the last of them may have ended between the count and the look for it.
    return min(count, left()) if count > 0 else count


# ---- Perturbations (for the recorder) -----------------------------------------

def perturb(kind, seed, name, asyncio):
    """Change what no scenario may depend on; whatever this returns must stay alive."""
    if kind == "heap":
        return scatter_heap(random.Random("%s %s" % (seed, name)))
    return unrelated_tasks(asyncio)


def scatter_heap(chance):
    """Leave holes of many sizes in the heap, and collect garbage at other moments."""
    kept = []
    for _ in range(chance.randrange(2000, 6000)):
        kept.append(chance.choice((object, dict, list, set, lambda: bytearray(
            chance.randrange(8, 700)), lambda: [object()] * chance.randrange(1, 40)))())
    chance.shuffle(kept)
    del kept[::2]
    if hasattr(gc, "set_threshold"):
        gc.set_threshold(chance.randrange(40, 3000), chance.randrange(5, 20))
    return kept


def unrelated_tasks(asyncio):
    """A loop that never runs, with futures and tasks that never end."""
    async def never(future):
        await future

    loop = asyncio.SelectorEventLoop()
    futures = [loop.create_future() for _ in range(7)]
    return loop, futures, [loop.create_task(never(future)) for future in futures]


# ---- Start --------------------------------------------------------------------

def parse_arguments(arguments):
    parser = argparse.ArgumentParser(description="Play scenarios on a Python event loop.")
    parser.add_argument("--loop", default="", metavar="MODULE:FACTORY",
                        help="what makes the loops; an expression where it holds a parenthesis; "
                        "empty (the default): plain asyncio")
    parser.add_argument("--fds", required=True, metavar="N,M",
                        help="connected stream sockets, one for each worker")
    parser.add_argument("--realtime", action="store_true",
                        help="accepted for the callers' convenience: playing is the same")
    parser.add_argument("--lacks", default="", metavar="A,B",
                        help="groups of operations that the loop is declared to lack")
    parser.add_argument("--pure", action="store_true",
                        help="without the accelerated futures and tasks of _asyncio")
    parser.add_argument("--perturb", action="append", default=[], metavar="heap:SEED|tasks",
                        help="change what no scenario may depend on")
    options = parser.parse_args(arguments)
    options.fds = [int(number) for number in options.fds.split(",")]
    options.lacks = [word for word in options.lacks.split(",") if word]
    options.perturb = [tuple(word.partition(":")[::2]) for word in options.perturb]
    return options


def load(options):
    """Import all that scenarios need, once for all children: (target, scenario module)."""
    os.environ.pop("PYTHONASYNCIODEBUG", None)
    if options.pure:
        sys.modules["_asyncio"] = None
    import scenario
    # From here on this folder's other modules must not hide anybody's of the same name.
    sys.path[0] = os.getcwd()
    try:
        import asyncio
        import asyncio.base_events
        import concurrent.futures.thread    # noqa: F401
        import contextvars                  # noqa: F401
    except ImportError as error:
        raise PlayerError("this Python has no asyncio: " + one_line(error))
    return Target(options.loop, asyncio), scenario


def main(arguments):
    options = parse_arguments(arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    first = options.fds[0]
    try:
        target, scenario = load(options)
        if scenario._timewarp_polls is None:
            options.lacks.append("polls")       # nobody counts them in real time
        facts = greeting(target, options.lacks)
    except PlayerError as error:
        send(first, {"error": str(error)})
        return 3
    target.install()
    gc.collect()
    if hasattr(gc, "freeze"):
        gc.freeze()
    send(first, facts)
    play = Play(target, scenario, facts["allowance"], options.perturb)
    workers = []
    for descriptor in options.fds:
        pid = fork()
        if pid == 0:
            for other in options.fds:
                if other != descriptor:
                    os.close(other)
            try:
                work(descriptor, play)
            except OSError:
                pass            # the other side is gone
            finally:
                os._exit(0)
        workers.append(pid)
    for descriptor in options.fds:
        os.close(descriptor)
    for pid in workers:
        os.waitpid(pid, 0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
