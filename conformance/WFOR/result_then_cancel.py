"""A cancellation of the caller in the pass of the result is lost up to 3.11 and wins from 3.12."""
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
    future.set_result("result")
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled(), future.result())


asyncio.run(main())

# trace 3.8..3.11
#      0  True
#      0  result
#      0  False result

# trace 3.12..
#      0  True
#      0  CancelledError
#      0  True result
