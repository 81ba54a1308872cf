"""A cancel that came after the awaited future completed, and is taken back, is withdrawn from 3.13."""
# clause: TASK-31, TASK-19
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future):
    try:
        log(await future)
    except asyncio.CancelledError:
        log("cancelled")


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(job(future))
    await asyncio.sleep(0)
    future.set_result("result")
    task.cancel()
    task.uncancel()
    await task


asyncio.run(main())

# trace 3.11..3.12
#      0  cancelled

# trace 3.13..
#      0  result
