"""A caller that is cancelled right after its first step has started the coroutine."""
# clause: WFOR-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("starts")
    await asyncio.sleep(5)


async def main():
    task = asyncio.create_task(asyncio.wait_for(child(), 5))
    asyncio.get_running_loop().call_soon(task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  starts
#      0  CancelledError
