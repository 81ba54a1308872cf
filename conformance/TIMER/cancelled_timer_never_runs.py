"""A cancelled timer never runs, and says that it is cancelled."""
# clause: TIMER-9
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.125, log, "kept")
handle = loop.call_later(0.25, log, "cancelled")
log("cancelled before:", handle.cancelled())
handle.cancel()
log("cancelled after:", handle.cancelled())
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  cancelled before: False
#      0  cancelled after: True
#    125  kept
