"""A task that is created while the loop stands begins when it runs."""
# clause: TASK-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    log("job runs")


loop = asyncio.new_event_loop()
task = loop.create_task(job())
log("created", task.get_loop() is loop)
loop.run_until_complete(task)
loop.close()

# trace 3.8..
#      0  created True
#      0  job runs
