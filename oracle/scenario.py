"""What a scenario may import besides asyncio and contextvars.

Run alone, a scenario prints its trace; under the player the same lines go to
the file the player opened.  Nothing here knows which loop is under test.
Python 3.8 or newer, standard library only.
"""
import ctypes
import gc
import logging
import os
import signal
import socket
import sys
import threading
import time
import warnings

__all__ = ["log", "socketpair", "in_thread", "start_thread", "pause", "thread_name",
           "raise_signal", "capture_logging", "capture_warnings", "collect", "polls",
           "SIGCHLD", "SIGHUP", "SIGINT", "SIGKILL", "SIGSTOP", "SIGTERM", "SIGUSR1", "SIGUSR2",
           "SIGWINCH"]

# Plain numbers: what texts show of an enumeration differs from version to version.
SIGCHLD = int(signal.SIGCHLD)
SIGHUP = int(signal.SIGHUP)
SIGINT = int(signal.SIGINT)
SIGKILL = int(signal.SIGKILL)
SIGSTOP = int(signal.SIGSTOP)
SIGTERM = int(signal.SIGTERM)
SIGUSR1 = int(signal.SIGUSR1)
SIGUSR2 = int(signal.SIGUSR2)
SIGWINCH = int(signal.SIGWINCH)

_started = time.monotonic()
_trace = None          # descriptor of the trace file; None: print
_polls_before = 0      # those of the process before the scenario began
_sockets = []          # made by socketpair, closed by the player at the end


def _now_ms():
    """Milliseconds since the scenario began, as the trace writes them."""
    ms = round((time.monotonic() - _started) * 1000.0, 3)
    return int(ms) if ms == int(ms) else ms


def _escape(text):
    """A text as traces hold it: on one line, without tabs."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def log(*args, group=None):
    """Append one line to the trace: the time, and the arguments as print() shows them.

    Neighbouring lines of one `group` may come in any order.
    """
    text = _escape(" ".join(map(str, args)))
    if _trace is None:
        mark = " ~" + group if group else ""
        print("%6s%s  %s" % (_now_ms(), mark, text), flush=True)
    else:
        line = "L\t%s\t%s\t%s\n" % (_now_ms(), group or "", text)
        os.write(_trace, line.encode("utf-8", "backslashreplace"))


def socketpair():
    """Two connected stream sockets, non-blocking.  They have send, recv, close, fileno."""
    pair = socket.socketpair()
    for end in pair:
        end.setblocking(False)
    _sockets.extend(pair)
    return pair


class _Thread:
    """A started thread; join() waits for it and gives its result or raises its exception."""

    def __init__(self, function, args):
        self._outcome = None
        self._thread = threading.Thread(target=self._run, args=(function, args), daemon=True)
        self._thread.start()

    def _run(self, function, args):
        try:
            self._outcome = (function(*args), None)
        except BaseException as error:
            self._outcome = (None, error)

    def join(self):
        self._thread.join()
        result, error = self._outcome
        self._outcome = None
        if error is not None:
            raise error
        return result


def start_thread(function, *args):
    """Start function(*args) on another thread; the caller goes on, and joins it later."""
    return _Thread(function, args)


def in_thread(function, *args):
    """Run function(*args) on another thread and wait for it; its result, or its exception."""
    return _Thread(function, args).join()


def thread_name():
    """The name of the calling thread."""
    return threading.current_thread().name


def pause(seconds):
    """Block the calling thread, as a slow callback would."""
    time.sleep(seconds)


def raise_signal(which):
    """Send the main thread a signal ("SIGINT", or its number), as others might to the process.

    Called by the main thread itself, this returns when the signal has been delivered and
    Python's handler has run.
    """
    number = getattr(signal, which) if isinstance(which, str) else which
    if threading.current_thread() is not threading.main_thread():
        signal.pthread_kill(threading.main_thread().ident, number)
        return
    signal.raise_signal(number)
    for _ in range(100):
        pass            # the interpreter calls the handler between two steps, in some versions only here


class _Records(logging.Handler):
    def __init__(self, function):
        super().__init__(logging.WARNING)
        self.function = function

    def emit(self, record):
        # A handler of logging must not raise; what the scenario does here is its own affair.
        self.function(record.levelname, record.getMessage())


def capture_logging(function):
    """From now on call function(level, text) for each record of logger "asyncio"."""
    logger = logging.getLogger("asyncio")
    logger.propagate = False
    logger.addHandler(_Records(function))


def capture_warnings(function):
    """From now on call function(category) with the class name of each warning."""
    def show(message, category, filename, lineno, file=None, line=None):
        function(category.__name__)
    warnings.simplefilter("always")
    warnings.showwarning = show


def collect():
    """Make sure that what nobody refers to any more is destroyed now."""
    for _ in range(3):
        gc.collect()


def _find_polls():
    """What the virtual clock counts; None where there is none."""
    try:
        function = ctypes.CDLL(None).timewarp_polls
    except (AttributeError, OSError, TypeError):
        return None
    function.argtypes, function.restype = (), ctypes.c_uint64
    return function


_timewarp_polls = _find_polls()


def polls():
    """How often loops have polled for descriptors so far, once in each pass.

    Only under the virtual clock: a scenario that uses it names the group `polls`.
    """
    if _timewarp_polls is None:
        raise NotImplementedError("passes are counted by the virtual clock only")
    return _timewarp_polls() - _polls_before


def _finish():
    """Close what the scenario left open of its own making (called by the player)."""
    for end in _sockets:
        end.close()
    del _sockets[:]
