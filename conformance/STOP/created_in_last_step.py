"""A task created in the last step of the main coroutine makes its first step before the loop stops."""
# clause: STOP-9
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    log("first step")
    await asyncio.sleep(0)
    log("second step")


async def main(loop, tasks):
    tasks.append(loop.create_task(job()))
    return "result"


tasks = []
loop = asyncio.new_event_loop()
log(loop.run_until_complete(main(loop, tasks)))
log("between the runs")
loop.run_until_complete(tasks[0])
loop.close()

# trace 3.8..
#      0  first step
#      0  result
#      0  between the runs
#      0  second step
