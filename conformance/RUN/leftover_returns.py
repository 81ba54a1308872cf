"""A left-over task that returns from its clean-up is neither cancelled nor reported."""
# clause: RUN-5
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "result"


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: log("never"))
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    return task


task = asyncio.run(main())
log(task.cancelled(), task.result())

# trace 3.8..
#      0  False result
