"""A handler that is removed before the loop has read its signal is not called."""
# clause: SIG-11
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def first():
    raise_signal(SIGUSR1)
    log("removed:", loop.remove_signal_handler(SIGUSR1))


loop.add_signal_handler(SIGUSR1, log, "never called")
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  removed: True
