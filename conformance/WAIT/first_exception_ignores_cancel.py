"""A cancelled future does not end FIRST_EXCEPTION."""
# clause: WAIT-5
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    cancelled = loop.create_future()
    other = loop.create_future()
    loop.call_later(0.125, cancelled.cancel)
    loop.call_later(0.5, other.set_result, None)
    done, pending = await asyncio.wait([cancelled, other], return_when=asyncio.FIRST_EXCEPTION)
    log(len(done), len(pending))


asyncio.run(main())

# trace 3.8..
#    500  2 0
