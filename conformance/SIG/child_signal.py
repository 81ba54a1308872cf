"""SIGCHLD is a signal like others."""
# clause: SIG-5
# level: documented
# ops: signals
# divergence: SIG-05
import asyncio
from scenario import log, raise_signal, SIGCHLD

loop = asyncio.new_event_loop()
loop.add_signal_handler(SIGCHLD, log, "handler")
loop.call_soon(raise_signal, SIGCHLD)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("removed:", loop.remove_signal_handler(SIGCHLD))
loop.close()

# trace 3.8..
#      0  handler
#    125  removed: True
