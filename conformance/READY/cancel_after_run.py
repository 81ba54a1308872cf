"""Cancelling a handle that has run does nothing but make cancelled() true."""
# clause: READY-6
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_soon(log, "ran")
loop.call_soon(loop.stop)
loop.run_forever()
log("cancelled before:", handle.cancelled())
handle.cancel()
log("cancelled after:", handle.cancelled())
loop.call_soon(log, "next run")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  ran
#      0  cancelled before: False
#      0  cancelled after: True
#      0  next run
