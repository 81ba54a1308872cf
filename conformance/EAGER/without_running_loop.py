"""On a loop that is not running the first step of an eager task is queued."""
# clause: EAGER-10
# level: defacto
# needs: 3.12
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    log("job runs")
    return "result"


loop = asyncio.new_event_loop()
loop.set_task_factory(asyncio.eager_task_factory)
task = loop.create_task(job())
log("created", task.done())
log(loop.run_until_complete(task))
loop.close()

# trace 3.12..
#      0  created False
#      0  job runs
#      0  result
