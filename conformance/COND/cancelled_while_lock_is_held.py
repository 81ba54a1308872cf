"""A waiter that is cancelled while another task has the lock raises only when it gets it."""
# clause: COND-4
# level: documented
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
        task.cancel()
        await asyncio.sleep(1)
        log("main")
    await asyncio.wait([task])
    log(task.cancelled(), condition.locked())


asyncio.run(main())

# trace 3.8..
#   1000  main
#   1000  cancelled True
#   1000  True False
