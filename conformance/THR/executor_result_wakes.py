"""The end of a job wakes the loop, which then has the result."""
# clause: THR-6
# level: documented
# ops: executor, futures
# divergence: SCHED-15
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()


def job():
    pause(0.25)
    return "result"


log(loop.run_until_complete(loop.run_in_executor(None, job)))
loop.close()

# trace 3.8..
#    250  result
