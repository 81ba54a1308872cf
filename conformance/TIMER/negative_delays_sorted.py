"""Of several negative delays the most negative one runs first."""
# clause: TIMER-5
# level: defacto
# divergence: TIMER-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
for delay in (-1, -3, -2, -5, -4):
    loop.call_later(delay, log, delay)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  -5
#      0  -4
#      0  -3
#      0  -2
#      0  -1
