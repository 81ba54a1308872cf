"""FIRST_COMPLETED with one that is cancelled already does not wait for the others."""
# clause: WAIT-5
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    cancelled = loop.create_future()
    cancelled.cancel()
    pending = loop.create_future()
    done, pending = await asyncio.wait([cancelled, pending], return_when=asyncio.FIRST_COMPLETED)
    log(done == {cancelled}, len(pending))


asyncio.run(main())

# trace 3.8..
#      0  True 1
