"""All that complete in one pass are in the set of the done, with FIRST_COMPLETED, too."""
# clause: WAIT-7
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = [loop.create_future() for _ in range(3)]
    loop.call_soon(a.set_result, None)
    loop.call_soon(b.set_exception, ValueError())
    loop.call_soon(c.cancel)
    done, pending = await asyncio.wait([a, b, c], return_when=asyncio.FIRST_COMPLETED)
    log(len(done), len(pending))
    b.exception()


asyncio.run(main())

# trace 3.8..
#      0  3 0
