"""A signal is read in one pass, and its handler is called in the next."""
# clause: SIG-1
# level: defacto
# ops: signals
# divergence: SIG-13
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def first():
    raise_signal(SIGUSR1)
    log("raised")
    loop.call_soon(second)


def second():
    log("the pass that reads the signal")
    loop.call_soon(third)


def third():
    log("the pass after that")
    loop.call_soon(log, "one more pass")


def handler():
    log("handler")
    loop.call_soon(loop.stop)


loop.add_signal_handler(SIGUSR1, handler)
loop.call_soon(first)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  raised
#      0  the pass that reads the signal
#      0  the pass after that
#      0  handler
#      0  one more pass
