"""A task whose step is queued stays alive without a reference."""
# clause: TASK-35
# level: documented
# ops: tasks
import asyncio
from scenario import collect, log


async def job():
    for hop in range(3):
        log("step", hop)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(job())
    for hop in range(4):
        collect()
        await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  step 0
#      0  step 1
#      0  step 2
