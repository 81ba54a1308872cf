"""With the eager factory run_until_complete runs its coroutine as usual."""
# clause: EAGER-10
# level: defacto
# needs: 3.12
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    log("job runs", asyncio.current_task() is not None)
    return "result"


loop = asyncio.new_event_loop()
loop.set_task_factory(asyncio.eager_task_factory)
loop.call_soon(log, "queued before")
log(loop.run_until_complete(job()))
loop.close()

# trace 3.12..
#      0  queued before
#      0  job runs True
#      0  result
