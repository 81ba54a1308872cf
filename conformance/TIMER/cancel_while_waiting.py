"""A timer can be cancelled by another one that comes before it."""
# clause: TIMER-9
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def early():
    log("early")
    late.cancel()

late = loop.call_later(0.25, log, "late")
loop.call_later(0.125, early)
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  early
