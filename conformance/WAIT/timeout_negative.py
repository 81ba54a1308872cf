"""A negative timeout is one of zero."""
# clause: WAIT-6
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    done, pending = await asyncio.wait([a], timeout=-1)
    log(len(done), len(pending))


asyncio.run(main())

# trace 3.8..
#      0  0 1
