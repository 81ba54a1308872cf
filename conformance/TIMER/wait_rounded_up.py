"""A wait of a tenth of a millisecond is rounded up to a whole one, never down to none."""
# clause: TIMER-18
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.0001, log, "timer")  # tiny: to be rounded up to a millisecond
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      1  timer
