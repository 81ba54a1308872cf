"""In debug mode handles and timers remember where they were made, and their repr tells it."""
# clause: DBG-7
# level: documented
# ops: debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def tell(name, handle):
    log(name, " created at " in repr(handle))
    handle.cancel()


tell("handle", loop.call_soon(log, "called"))
tell("timer", loop.call_later(1, log, "called"))
loop.set_debug(True)
tell("handle in debug mode", loop.call_soon(log, "called"))
tell("timer in debug mode", loop.call_later(1, log, "called"))
loop.close()

# trace 3.8..
#      0  handle False
#      0  timer False
#      0  handle in debug mode True
#      0  timer in debug mode True
