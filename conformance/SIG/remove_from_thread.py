"""Removing from another thread raises ValueError; the handler is gone, and the signal still caught."""
# clause: SIG-18
# level: detail
# ops: signals, threads
import asyncio
from scenario import in_thread, log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def remove():
    try:
        loop.remove_signal_handler(SIGUSR1)
    except ValueError as error:
        log(type(error).__name__)


loop.add_signal_handler(SIGUSR1, log, "never called")
in_thread(remove)
loop.call_soon(raise_signal, SIGUSR1)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("removed:", loop.remove_signal_handler(SIGUSR1))
loop.close()

# trace 3.8..
#      0  ValueError
#    125  removed: False
