"""A task that awaits a future which is cancelled already ends cancelled in the same step."""
# clause: TASK-26, TASK-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.cancel()
    task = asyncio.create_task(job(future))
    loop.call_soon(lambda: log(task.cancelled()))
    await asyncio.wait([task])


asyncio.run(main())

# trace 3.8..
#      0  True
