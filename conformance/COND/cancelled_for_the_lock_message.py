"""A single cancel of a notified waiter that waits for the lock loses its message up to 3.12, and keeps it from 3.13."""
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
            log(error.args, condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        await asyncio.sleep(0.125)
        task.cancel("why")
        await asyncio.sleep(0.125)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.9..3.12
#    250  () True
#    250  True

# trace 3.13..
#    250  ('why',) True
#    250  True
