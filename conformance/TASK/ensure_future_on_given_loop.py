"""A coroutine is made a task of the loop that is given."""
# clause: TASK-37
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    return "result"


loop = asyncio.new_event_loop()
task = asyncio.ensure_future(job(), loop=loop)
log(task.get_loop() is loop)
log(loop.run_until_complete(task))
loop.close()

# trace 3.8..
#      0  True
#      0  result
