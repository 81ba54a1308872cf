"""A cancellation of the caller just before the result is lost up to 3.11, and cancels the future at once from 3.12."""
# clause: WFOR-7
# level: defacto
# ops: futures, tasks
# divergence: TASK-01
import asyncio
from scenario import log


async def wait_for_it(future):
    try:
        log(await asyncio.wait_for(future, 5))
    except asyncio.CancelledError:
        log("CancelledError")
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait_for_it(future))
    await asyncio.sleep(0)
    log(task.cancel())
    if not future.done():
        future.set_result("result")
    await asyncio.wait([task])
    log(task.cancelled(), future.cancelled())


asyncio.run(main())

# trace 3.8..3.11
#      0  True
#      0  result
#      0  False False

# trace 3.12..
#      0  True
#      0  CancelledError
#      0  True True
