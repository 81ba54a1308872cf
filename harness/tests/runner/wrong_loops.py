"""Loops that are wrong, each in one way: what they must be told is in check_command_run.c.

Every class is an asyncio loop with one method changed, so that its verdict can have one
cause only.  The scenarios they fail are in suite/, recorded on CPython like any other.
"""
import asyncio
import collections
import os
import signal
import sys
import time


def playing():
    """Is this a scenario's process?  It leads a group of its own; the player, which tries the
    loop once before it greets, would be ended by some of what follows.
    """
    return os.getpid() == os.getpgrp()


class Right(asyncio.SelectorEventLoop):
    """Nothing is wrong here."""


# ---- Wrong traces ----

class _Lifo(collections.deque):
    """A queue that is taken from the wrong end."""

    def popleft(self):
        return self.pop()


class LifoQueue(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self._ready = _Lifo(self._ready)


class StopForgotten(asyncio.SelectorEventLoop):
    """stop() before the run is lost, as in loops that clear their flag when they start."""

    def run_forever(self):
        self._stopping = False
        super().run_forever()


class TimersFirst(asyncio.SelectorEventLoop):
    """What is due at once runs ahead of what is queued."""

    def call_later(self, delay, callback, *args, **kwargs):
        if delay > 0:
            return super().call_later(delay, callback, *args, **kwargs)
        handle = asyncio.Handle(callback, args, self)
        self._ready.appendleft(handle)
        return handle


class LateTimers(asyncio.SelectorEventLoop):
    """Every timer is an eighth of a second late."""

    def call_at(self, when, callback, *args, **kwargs):
        return super().call_at(when + 0.125, callback, *args, **kwargs)


class Raises(asyncio.SelectorEventLoop):
    def run_forever(self):
        super().run_forever()
        raise RuntimeError("no reason at all")


class RaisesNoise(asyncio.SelectorEventLoop):
    """What it says would break a report that does not escape it."""

    def run_forever(self):
        super().run_forever()
        raise RuntimeError("]]> </failure> & \"'` | # \\ \x01 \x1b[31m \uffff \u00e9 *bold* <b>")


# ---- Programs that do not end as they should ----

class Spins(asyncio.SelectorEventLoop):
    """Never waits: asks the selector again and again without a timeout."""

    def __init__(self):
        super().__init__()
        select = self._selector.select
        self._selector.select = lambda timeout=None: select(0)


class NeverWoken(asyncio.SelectorEventLoop):
    """Waits for ever where it should stop."""

    def stop(self):
        pass

    def call_later(self, delay, callback, *args, **kwargs):
        return asyncio.Handle(callback, args, self)


class Hangs(asyncio.SelectorEventLoop):
    """Neither waits nor goes on, and cannot be interrupted politely."""

    def run_forever(self):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while playing():
            pass


class Aborts(asyncio.SelectorEventLoop):
    def run_forever(self):
        print("about to abort", file=sys.stderr)
        os.abort()


class Exits(asyncio.SelectorEventLoop):
    """Ends the process with status 0, which must not be taken for success."""

    def run_forever(self):
        os._exit(0)


class KillsItsPlayer(asyncio.SelectorEventLoop):
    def run_forever(self):
        if playing():
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(1)
        super().run_forever()


class Floods(asyncio.SelectorEventLoop):
    """Writes without end."""

    def run_forever(self):
        while playing():
            os.write(1, b"flood\n" * 1000)


class RefusedCall(asyncio.SelectorEventLoop):
    """Sets the clock, which the virtual one refuses to have done to it."""

    def run_forever(self):
        if playing():
            time.clock_settime(time.CLOCK_REALTIME, 0)
        super().run_forever()


# ---- What is left behind ----

class NeverClosed(asyncio.SelectorEventLoop):
    """close() forgets to close; somebody still knows the loop."""

    kept = []

    def close(self):
        self.kept.append(self)


class LeaksDescriptors(asyncio.SelectorEventLoop):
    def close(self):
        for _ in range(3):
            os.dup(0)
        super().close()


class LeavesChildren(asyncio.SelectorEventLoop):
    """Leaves two processes behind: one in the group of the scenario, one in a session of its own.

    The file that $AIOSPEC_TEST_CHILDREN names gets their numbers.
    """

    def run_forever(self):
        super().run_forever()
        if not playing():
            return
        ready, done = os.pipe()
        for own_session in (False, True):
            if os.fork() == 0:
                if own_session:
                    os.setsid()
                with open(os.environ["AIOSPEC_TEST_CHILDREN"], "a") as file:
                    file.write("%d\n" % os.getpid())
                os.write(done, b".")
                while True:
                    signal.pause()
        for _ in range(2):
            os.read(ready, 1)
        os.close(ready)
        os.close(done)


# ---- What it lacks ----

class WithoutReaders(asyncio.SelectorEventLoop):
    """Declares, by leaving them abstract, that it has no readers."""

    add_reader = asyncio.AbstractEventLoop.add_reader
    remove_reader = asyncio.AbstractEventLoop.remove_reader
    add_writer = asyncio.AbstractEventLoop.add_writer
    remove_writer = asyncio.AbstractEventLoop.remove_writer


class TieBreaker(asyncio.SelectorEventLoop):
    """Where the order is open, does something else altogether."""

    def call_at(self, when, callback, *args, **kwargs):
        whole = float(int(when * 2 + 1)) / 2
        return super().call_at(whole, callback, *args, **kwargs)


# ---- Factories that are none ----

def raises():
    raise OSError("the factory is closed")


def returns_nothing():
    return None


def exits():
    os._exit(7)
