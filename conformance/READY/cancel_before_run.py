"""A handle that is cancelled before its turn never runs, and says so."""
# clause: READY-14
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(log, "kept")
handle = loop.call_soon(log, "cancelled")
log("cancelled before:", handle.cancelled())
handle.cancel()
log("cancelled after:", handle.cancelled())
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  cancelled before: False
#      0  cancelled after: True
#      0  kept
