"""A callback that stops the loop and queues itself again runs once in each run."""
# clause: STOP-1, STOP-3
# level: documented
# divergence: SCHED-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def step(number):
    log("step", number)
    loop.stop()
    loop.call_soon(step, number + 1)


loop.call_soon(step, 1)
for run in ("first", "second", "third"):
    loop.run_forever()
    log(run, "run over")
loop.close()

# trace 3.8..
#      0  step 1
#      0  first run over
#      0  step 2
#      0  second run over
#      0  step 3
#      0  third run over
