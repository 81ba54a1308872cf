"""A future cancelled before the call ends the outer by CancelledError."""
# clause: GATHER-8, GATHER-13
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    cancelled = loop.create_future()
    cancelled.cancel()
    outer = asyncio.gather(cancelled, loop.create_future())
    log("done at the call:", outer.done())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", outer.cancelled())


asyncio.run(main())

# trace 3.8..3.11
#      0  done at the call: False
#      0  CancelledError False

# trace 3.12..
#      0  done at the call: True
#      0  CancelledError False
