"""The clean-up runs on the loop, with everything that a task can do."""
# clause: RUN-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def helper():
    await asyncio.sleep(0.125)
    return "helped"


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        log(await asyncio.create_task(helper()))


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(0)


asyncio.run(main())
log("run returned")

# trace 3.8..
#    125  helped
#    125  run returned
