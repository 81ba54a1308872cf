"""A task cancelled in the pass in which the task it awaits ends is cancelled, and the other keeps its result."""
# clause: TASK-19
# level: defacto
# ops: futures, tasks
# divergence: TASK-13
import asyncio
from scenario import log


async def inner(future):
    return await future


async def outer(task):
    try:
        log(await task)
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    first = asyncio.create_task(inner(future))
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    future.set_result("result")
    loop.call_soon(second.cancel)
    await asyncio.wait([second])
    log(first.result(), second.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  cancelled
#      0  result True
