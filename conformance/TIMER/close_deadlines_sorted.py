"""Deadlines a fraction of a millisecond apart still decide the order."""
# clause: TIMER-5
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
start = loop.time()
loop.call_at(start + 0.0006, log, "third")  # tiny: within one millisecond of the others
loop.call_at(start + 0.0002, log, "first")  # tiny: as above
loop.call_at(start + 0.0004, log, "second")  # tiny: as above
loop.call_soon(pause, 0.125)
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  first
#    125  second
#    125  third
