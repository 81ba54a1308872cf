"""The order of two timers of one deadline is left open, what comes after them is not."""
# clause: TIMER-6
# level: undefined
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
when = loop.time() + 0.25
loop.call_at(when, lambda: log("one", group="tie"))
loop.call_at(when, lambda: log("other", group="tie"))
loop.call_at(when + 1, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250 ~tie  one
#    250 ~tie  other
#   1250  stopped
