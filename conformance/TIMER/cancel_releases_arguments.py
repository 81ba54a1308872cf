"""A cancelled timer lets go of its arguments at once, not at its deadline."""
# clause: TIMER-25
# level: detail
# divergence: TIMER-13
import asyncio
from scenario import collect, log

class Thing:
    def __del__(self):
        log("released")

def callback(thing):
    log("never")

loop = asyncio.new_event_loop()
handle = loop.call_later(1, callback, Thing())
log("armed")
handle.cancel()
collect()
log("cancelled")
loop.call_later(2, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  armed
#      0  released
#      0  cancelled
