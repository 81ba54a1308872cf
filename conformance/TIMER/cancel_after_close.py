"""After close the handle of a timer can still be cancelled and asked for its deadline."""
# clause: TIMER-22
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
deadline = loop.time() + 0.125
handle = loop.call_at(deadline, log, "never")
loop.close()
handle.cancel()
log("cancelled:", handle.cancelled(), "deadline kept:", handle.when() == deadline)

# trace 3.8..
#      0  cancelled: True deadline kept: True
