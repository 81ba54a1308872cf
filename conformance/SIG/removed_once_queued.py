"""Removing a handler does not cancel the call that is queued already."""
# clause: SIG-11
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def first():
    raise_signal(SIGUSR1)
    loop.call_soon(loop.call_soon, remove)


def remove():
    log("removed:", loop.remove_signal_handler(SIGUSR1))


loop.add_signal_handler(SIGUSR1, log, "handler")
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  removed: True
#      0  handler
