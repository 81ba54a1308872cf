"""A cancelled sleep ends at once."""
# clause: SLEEP-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0.125)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#    125  CancelledError
