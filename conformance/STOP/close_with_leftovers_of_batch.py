"""What the last batch queued is dropped when the loop is closed instead of run again."""
# clause: STOP-17, STOP-3
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(loop.call_soon, log, "never called")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
log("closed")

# trace 3.8..
#      0  closed
