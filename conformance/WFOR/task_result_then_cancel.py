"""A cancellation of the caller in the pass in which the task it waits for returns is lost up to 3.11 and wins from 3.12."""
# clause: WFOR-7
# level: defacto
# ops: futures, tasks
# divergence: TASK-01
import asyncio
from scenario import log


async def child(future):
    return await future


async def wait_for_it(task):
    try:
        log(await asyncio.wait_for(task, 5))
    except asyncio.CancelledError:
        log("CancelledError")
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    inner = asyncio.create_task(child(future))
    task = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(0)
    future.set_result("result")
    loop.call_soon(task.cancel)
    await asyncio.wait([task])
    log(task.cancelled(), inner.result())


asyncio.run(main())

# trace 3.8..3.11
#      0  result
#      0  False result

# trace 3.12..
#      0  CancelledError
#      0  True result
