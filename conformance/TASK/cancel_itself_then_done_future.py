"""A task that cancels itself passes by a done future, and is cancelled at the next real suspension."""
# clause: TASK-20
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def job(done):
    asyncio.current_task().cancel()
    log(await done)
    try:
        await asyncio.sleep(0.125)
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result("passed by")
    task = asyncio.create_task(job(done))
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  passed by
#      0  cancelled
#      0  True
