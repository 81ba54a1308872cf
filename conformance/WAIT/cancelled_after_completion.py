"""A wait that has ended but not gone on yet can still be cancelled."""
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
    await asyncio.sleep(0)
    log(waiting.cancel())
    try:
        await waiting
    except asyncio.CancelledError:
        log("CancelledError", future.result())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError result
