"""A cancellation of the caller in the pass in which what its coroutine waits for completes is lost up to 3.11 and wins from 3.12."""
# clause: WFOR-7
# level: defacto
# ops: futures, tasks
# divergence: TASK-01
import asyncio
from scenario import log


async def child(future):
    return await future


async def wait_for_it(future):
    try:
        log(await asyncio.wait_for(child(future), 5))
    except asyncio.CancelledError:
        log("CancelledError")
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(wait_for_it(future))
    await asyncio.sleep(0.125)
    future.set_result("result")
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..3.11
#    125  result
#    125  False

# trace 3.12..
#    125  CancelledError
#    125  True
