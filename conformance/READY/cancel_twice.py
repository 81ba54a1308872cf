"""Cancelling a handle a second time is harmless."""
# clause: READY-14
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_soon(log, "never")
handle.cancel()
handle.cancel()
log("cancelled:", handle.cancelled())
loop.call_soon(log, "another")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  cancelled: True
#      0  another
