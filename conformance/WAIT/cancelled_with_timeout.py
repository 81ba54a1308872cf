"""The timeout of a cancelled wait has no effect."""
# clause: WAIT-9
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(asyncio.wait([future], timeout=0.25))
    await asyncio.sleep(0.125)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        log("CancelledError", future.done())
    await asyncio.sleep(0.5)
    log(future.done())


asyncio.run(main())

# trace 3.8..
#    125  CancelledError False
#    625  False
