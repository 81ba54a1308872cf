"""A delay of minus infinity is the earliest deadline there is, and due at once."""
# clause: TIMER-23
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(-1, log, "-1")
loop.call_later(float("-inf"), log, "-inf")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  -inf
#      0  -1
