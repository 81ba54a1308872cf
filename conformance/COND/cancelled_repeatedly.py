"""However often a waiter is cancelled while it waits for the lock, it raises only when it has it."""
# clause: COND-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            log("cancelled", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    async with condition:
        for turn in range(3):
            task.cancel()
            await asyncio.sleep(0.125)
            log("main", task.done())
    await asyncio.wait([task])
    log(task.cancelled(), condition.locked())


asyncio.run(main())

# trace 3.8..
#    125  main False
#    250  main False
#    375  main False
#    375  cancelled True
#    375  True False
