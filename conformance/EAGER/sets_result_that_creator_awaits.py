"""An eager step that completes a future lets its creator await that without a hop."""
# clause: EAGER-1, FUT-13
# level: documented
# needs: 3.12
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future):
    future.set_result("result")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log, "queued")
    future = loop.create_future()
    asyncio.create_task(job(future))
    log(await future)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.12..
#      0  result
#      0  queued
