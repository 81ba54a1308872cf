"""A cancelled handle lets go of its arguments at once, although it is still queued."""
# clause: READY-15
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
handle = loop.call_soon(callback, Thing())
log("queued")
handle.cancel()
collect()
log("cancelled")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
#      0  released
#      0  cancelled
