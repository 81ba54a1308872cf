"""Each of several cancels is counted."""
# clause: COND-6
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            log(asyncio.current_task().cancelling())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    async with condition:
        for turn in range(3):
            task.cancel()
            await asyncio.sleep(0.125)
    await asyncio.wait([task])


asyncio.run(main())

# trace 3.11..
#    375  3
