"""call_later(d) is call_at(time() + d): when() tells the sum."""
# clause: TIMER-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
before = loop.time()
handle = loop.call_later(0.25, log, "never")
after = loop.time()
log(before + 0.25 <= handle.when() <= after + 0.25)
loop.close()

# trace 3.8..
#      0  True
