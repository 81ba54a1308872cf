"""A task that sleeps zero can be cancelled there."""
# clause: SLEEP-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(0)
        log("awake")
    except asyncio.CancelledError:
        log("CancelledError")
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError
#      0  True
