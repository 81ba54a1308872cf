"""A task stays alive without a reference while a reachable future will resume it."""
# clause: TASK-35
# level: documented
# ops: futures, tasks
import asyncio
from scenario import collect, log


async def job(future):
    log(await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(job(future))
    await asyncio.sleep(0)
    collect()
    future.set_result("resumed")
    collect()
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  resumed
