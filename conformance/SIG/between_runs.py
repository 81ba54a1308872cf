"""A signal that comes while the loop does not run is handled in the next run."""
# clause: SIG-14
# level: defacto
# ops: signals
# divergence: SIG-17
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()
loop.add_signal_handler(SIGUSR1, log, "handler")
raise_signal(SIGUSR1)
log("raised before the run")
loop.call_later(0.125, loop.stop)
loop.run_forever()
raise_signal(SIGUSR1)
log("raised after the run")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  raised before the run
#      0  handler
#    125  raised after the run
#    125  handler
