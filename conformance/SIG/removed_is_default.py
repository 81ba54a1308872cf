"""A signal whose handler was removed does what the system does by default."""
# clause: SIG-22
# level: defacto
# ops: signals
import asyncio
from scenario import log, raise_signal, SIGWINCH

loop = asyncio.new_event_loop()


def remove():
    log("removed:", loop.remove_signal_handler(SIGWINCH))
    raise_signal(SIGWINCH)


loop.add_signal_handler(SIGWINCH, log, "handler")
loop.call_soon(raise_signal, SIGWINCH)
loop.call_later(0.125, remove)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  handler
#    125  removed: True
