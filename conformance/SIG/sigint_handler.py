"""A handler of SIGINT takes the place of KeyboardInterrupt."""
# clause: SIG-12
# level: documented
# ops: signals
# divergence: SIG-02
import asyncio
from scenario import log, raise_signal, SIGINT

loop = asyncio.new_event_loop()
loop.add_signal_handler(SIGINT, log, "handler")
loop.call_soon(raise_signal, SIGINT)
loop.call_later(0.125, raise_signal, SIGINT)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("no KeyboardInterrupt")
loop.close()

# trace 3.8..
#      0  handler
#    125  handler
#    250  no KeyboardInterrupt
