"""The clean-up is the same when main fails, and comes before the exception."""
# clause: RUN-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.125)
        log("cleaned up")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    raise ValueError(task)


try:
    asyncio.run(main())
except ValueError as error:
    log(type(error).__name__, error.args[0].cancelled())

# trace 3.8..
#    125  cleaned up
#    125  ValueError True
