"""Of two tasks whose common future is cancelled one may swallow that, and only the other is cancelled."""
# clause: TASK-24, FUT-12
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future, swallow):
    try:
        await future
    except asyncio.CancelledError:
        if not swallow:
            raise
    return "value"


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(job(future, swallow)) for swallow in (True, False)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], tasks[0].result())


asyncio.run(main())

# trace 3.8..
#      0  [False, True] value
