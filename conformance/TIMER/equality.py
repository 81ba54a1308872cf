"""Timer handles are equal when deadline, callback, arguments and state are."""
# clause: TIMER-13
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
when = loop.time() + 1
handle = loop.call_at(when, log, "a")
twin = loop.call_at(when, log, "a")
log("twin:", handle == twin, handle != twin, handle <= twin, handle >= twin)
log("other argument:", handle == loop.call_at(when, log, "b"))
log("other deadline:", handle == loop.call_at(when + 1, log, "a"))
twin.cancel()
log("twin cancelled:", handle == twin)
loop.close()

# trace 3.8..
#      0  twin: True False True True
#      0  other argument: False
#      0  other deadline: False
#      0  twin cancelled: False
