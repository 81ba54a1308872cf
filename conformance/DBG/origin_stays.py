"""The mode at creation decides: turning debug mode off forgets no origin, and turning it on finds none."""
# clause: DBG-7
# level: documented
# ops: debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
before = loop.call_soon(log, "called")
loop.set_debug(True)
inside = loop.call_soon(log, "called")
log("made before", " created at " in repr(before))
loop.set_debug(False)
log("made in debug mode", " created at " in repr(inside))
loop.close()

# trace 3.8..
#      0  made before False
#      0  made in debug mode True
