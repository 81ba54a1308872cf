"""A task cancelled between the completion of what it awaits and its next step is given CancelledError."""
# clause: TASK-19
# level: defacto
# ops: futures, tasks
# divergence: TASK-13
import asyncio
from scenario import log


async def job(future):
    try:
        log(await future)
    except asyncio.CancelledError:
        log("cancelled", future.result())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(job(future))
    await asyncio.sleep(0)
    future.set_result("result")
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  cancelled result
#      0  True
