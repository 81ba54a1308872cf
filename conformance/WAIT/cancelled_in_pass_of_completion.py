"""A wait that is cancelled in the pass of the completion is cancelled, and the future keeps its result."""
# clause: WAIT-9
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    waiting = asyncio.create_task(asyncio.wait([future]))
    await asyncio.sleep(0)
    future.set_result("result")
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        log("CancelledError", future.result())


asyncio.run(main())

# trace 3.8..
#      0  CancelledError result
