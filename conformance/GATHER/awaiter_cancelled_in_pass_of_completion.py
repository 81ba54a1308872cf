"""When every child is done already, cancelling the task that awaits the outer still cancels that task."""
# clause: GATHER-10
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(outer):
    try:
        log(await outer)
    except asyncio.CancelledError:
        log("CancelledError", outer.done())
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    outer = asyncio.gather(future)
    task = asyncio.create_task(wait_for_it(outer))
    await asyncio.sleep(0)
    future.set_result("result")
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled(), outer.result())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError True
#      0  True ['result']
