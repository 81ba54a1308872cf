"""A handler can be removed before and after a run."""
# clause: SIG-8
# level: documented
# ops: signals
# divergence: SIG-03
import asyncio
from scenario import log, raise_signal, SIGUSR1

loop = asyncio.new_event_loop()
loop.add_signal_handler(SIGUSR1, log, "never called")
log("before a run:", loop.remove_signal_handler(SIGUSR1))
loop.add_signal_handler(SIGUSR1, log, "handler")
loop.call_soon(raise_signal, SIGUSR1)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("after a run:", loop.remove_signal_handler(SIGUSR1))
loop.close()

# trace 3.8..
#      0  before a run: True
#      0  handler
#    125  after a run: True
