"""call_later and call_at return an asyncio.TimerHandle, which is a Handle."""
# clause: TIMER-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
later = loop.call_later(0.125, log, "never")
at = loop.call_at(loop.time() + 0.125, log, "never")
log(isinstance(later, asyncio.TimerHandle), isinstance(at, asyncio.TimerHandle))
log(isinstance(later, asyncio.Handle))
loop.close()

# trace 3.8..
#      0  True True
#      0  True
