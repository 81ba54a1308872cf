"""Replacing a handler does not cancel the call that is queued already."""
# clause: SIG-11, SIG-7
# level: detail
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()


def first():
    raise_signal(SIGUSR1)
    loop.call_soon(loop.call_soon, replace)


def replace():
    loop.add_signal_handler(SIGUSR1, log, "new")
    log("replaced")


loop.add_signal_handler(SIGUSR1, log, "old")
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  replaced
#      0  old
