"""A timer runs when its delay is over: call_later and call_at mean the same instant."""
# clause: TIMER-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.25, log, "call_later")
loop.call_at(loop.time() + 0.5, log, "call_at")
loop.call_later(0.75, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  call_later
#    500  call_at
#    750  stopped
