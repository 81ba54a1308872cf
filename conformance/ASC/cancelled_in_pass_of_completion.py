"""A task that is cancelled in the pass in which the awaitable is done is cancelled."""
# clause: ASC-9
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def iterate(future):
    for item in asyncio.as_completed([future]):
        log(await item)


async def main():
    future = asyncio.get_running_loop().create_future()
    iterating = asyncio.create_task(iterate(future))
    await asyncio.sleep(0)
    future.set_result("result")
    iterating.cancel()
    try:
        await iterating
    except asyncio.CancelledError:
        log("CancelledError", future.result())


asyncio.run(main())

# trace 3.8..
#      0  CancelledError result
