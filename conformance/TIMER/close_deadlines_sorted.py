"""Deadlines a fraction of a millisecond apart still decide the order."""
# clause: TIMER-5
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
start = loop.time() + 0.125
loop.call_at(start + 0.0004, log, "second")  # tiny: within one millisecond of the others
loop.call_at(start + 0.0002, log, "first")  # tiny: as above
loop.call_at(start + 0.0006, log, "third")  # tiny: as above
loop.call_later(0.5, loop.stop)
pause(0.25)
loop.run_forever()
loop.close()

# trace 3.8..
#    250  first
#    250  second
#    250  third
