"""A timer may cancel its own handle while it runs: it goes on to its end."""
# clause: TIMER-9
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer():
    handle.cancel()
    log("still running, cancelled:", handle.cancelled())

handle = loop.call_later(0.125, timer)
loop.call_later(0.25, log, "another")
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  still running, cancelled: True
#    250  another
