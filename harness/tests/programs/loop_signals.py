import asyncio
from scenario import (log, raise_signal, capture_logging, in_thread, start_thread, SIGINT, SIGKILL, SIGTERM, SIGUSR1, SIGUSR2,
                      SIGWINCH)

loop = asyncio.new_event_loop()


def passes(count):
    for _ in range(count):
        loop.call_soon(loop.stop)
        loop.run_forever()


def attempt(function, *args):
    try:
        log(function(*args))
    except Exception as error:
        log(type(error).__name__, error)


# Arguments of the two methods, and what they say.
for sig in ("x", None, 1.5, [1], 0, -3, 65, 1000, 10 ** 15, -10 ** 15, SIGKILL):
    attempt(loop.add_signal_handler, sig, log)
    attempt(loop.remove_signal_handler, sig)
attempt(loop.remove_signal_handler, SIGUSR1)
for given in ((), (SIGUSR1,)):
    try:
        loop.add_signal_handler(*given)
    except TypeError as error:
        log(type(error).__name__)
log(loop.add_signal_handler(True, log, "hup"))
raise_signal("SIGHUP")
passes(2)
log(loop.remove_signal_handler(1), loop.remove_signal_handler(True))


# Coroutine functions, whatever else is wrong.
async def work():
    pass


class Worker:
    async def work(self):
        pass


attempt(loop.add_signal_handler, "x", work)
attempt(loop.add_signal_handler, SIGUSR1, Worker().work)
coroutine = work()
attempt(loop.add_signal_handler, SIGUSR1, coroutine)
coroutine.close()


# Names and numbers; a signal that is not handled and ignored by default.
raise_signal(SIGWINCH)
raise_signal("SIGWINCH")
loop.add_signal_handler(SIGUSR1, log, "usr1", 1)
loop.add_signal_handler(SIGUSR2, log, "usr2")
raise_signal("SIGUSR2")
raise_signal(SIGUSR1)
raise_signal("SIGUSR1")
passes(2)
start_thread(raise_signal, SIGUSR2).join()
passes(2)
try:
    raise_signal("SIGNONE")
except AttributeError as error:
    log(type(error).__name__)
try:
    raise_signal(1000)
except OSError as error:
    log(type(error).__name__)


# What is reported names the function.
def fail():
    raise ValueError("failed")


def on_log(level, text):
    log(level, text.split(" at ")[0])


capture_logging(on_log)
loop.add_signal_handler(SIGTERM, fail)
raise_signal(SIGTERM)
passes(2)
loop.add_signal_handler(SIGTERM, 5)
raise_signal(SIGTERM)
passes(1)


def report(loop, context):
    log(type(context["exception"]).__name__, type(context["handle"]).__name__, context["handle"].cancelled())


loop.set_exception_handler(report)
passes(1)
loop.set_exception_handler(None)

# SIGINT, handled and not.
loop.add_signal_handler(SIGINT, log, "int")
raise_signal("SIGINT")
passes(2)
log(loop.remove_signal_handler(SIGINT))
try:
    raise_signal(SIGINT)
except KeyboardInterrupt as error:
    log(type(error).__name__)

# Another thread.
for method in (lambda: loop.add_signal_handler(SIGUSR1, log), lambda: loop.remove_signal_handler(SIGUSR1)):
    try:
        in_thread(method)
    except (RuntimeError, ValueError) as error:
        log(type(error).__name__)

# A closed loop.
loop.close()
attempt(loop.add_signal_handler, SIGUSR1, log)
attempt(loop.add_signal_handler, 0, log)
attempt(loop.remove_signal_handler, SIGUSR2)


# A handler that holds its own loop is released with it.
class Thing:
    def __del__(self):
        log("released")


other = asyncio.new_event_loop()
other.add_signal_handler(SIGUSR1, log, other, Thing())
other.close()
log("closed")
