"""A handler whose handle was cancelled by other means is removed at its next signal, and not called."""
# clause: SIG-13
# level: detail
# ops: handler, signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def fail():
    log("called")
    raise ValueError


def report(loop, context):
    context["handle"].cancel()
    log("cancelled")


loop.set_exception_handler(report)
loop.add_signal_handler(SIGUSR1, fail)
loop.call_soon(raise_signal, SIGUSR1)
loop.call_later(0.125, raise_signal, SIGUSR1)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("removed:", loop.remove_signal_handler(SIGUSR1))
loop.close()

# trace 3.8..
#      0  called
#      0  cancelled
#    250  removed: False
