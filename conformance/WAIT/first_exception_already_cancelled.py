"""A future that is cancelled already does not end FIRST_EXCEPTION."""
# clause: WAIT-5
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    cancelled = loop.create_future()
    cancelled.cancel()
    other = loop.create_future()
    loop.call_later(0.5, other.set_exception, ValueError())
    done, pending = await asyncio.wait([cancelled, other], return_when=asyncio.FIRST_EXCEPTION)
    log(len(done), len(pending), type(other.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#    500  2 0 ValueError
