"""A single cancel that comes while the waiter waits keeps its message."""
# clause: COND-6
# level: defacto
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            log(error.args)
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel("why")
        await asyncio.sleep(0.125)
    await asyncio.wait([task])


asyncio.run(main())

# trace 3.9..
#    125  ('why',)
