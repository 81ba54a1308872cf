"""Two hundred callbacks queued at once still run in the order in which they were queued."""
# clause: READY-2
# level: documented
# divergence: SCHED-07
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
seen = []
for number in range(200):
    loop.call_soon(seen.append, number)
loop.call_soon(loop.stop)
loop.run_forever()
log(len(seen), seen == list(range(200)))
loop.close()

# trace 3.8..
#      0  200 True
