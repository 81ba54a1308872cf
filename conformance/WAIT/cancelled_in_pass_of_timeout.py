"""A wait that is cancelled in the pass of its timeout, after it, is cancelled."""
# clause: WAIT-9
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    waiting = asyncio.create_task(asyncio.wait([future], timeout=0.25))
    await asyncio.sleep(0)
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.375, waiting.cancel)
    try:
        await waiting
    except asyncio.CancelledError:
        log("CancelledError", future.done())


asyncio.run(main())

# trace 3.8..
#    625  CancelledError False
