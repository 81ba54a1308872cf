"""After a cancel the awaited future is cancelled, so who completes it is refused."""
# clause: TASK-18, FUT-3
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future):
    return await future


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(job(future))
    await asyncio.sleep(0)
    task.cancel()
    try:
        future.set_result("late")
    except asyncio.InvalidStateError as error:
        log(type(error).__name__)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  InvalidStateError
#      0  True
