"""when() of a timer made by call_at is exactly the deadline that was given."""
# clause: TIMER-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
deadline = loop.time() + 0.375
handle = loop.call_at(deadline, log, "never")
log(handle.when() == deadline)
loop.close()

# trace 3.8..
#      0  True
