"""Cancelling a timer that has run does nothing but make cancelled() true."""
# clause: TIMER-9
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_later(0.125, log, "timer")
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("cancelled before:", handle.cancelled())
handle.cancel()
log("cancelled after:", handle.cancelled())
loop.close()

# trace 3.8..
#    125  timer
#    250  cancelled before: False
#    250  cancelled after: True
