"""A sleeping task stays alive without a reference."""
# clause: TASK-35
# level: documented
# ops: tasks
import asyncio
from scenario import collect, log


async def job():
    await asyncio.sleep(0.25)
    log("slept")


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(0.125)
    collect()
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.8..
#    250  slept
