"""A future given twice counts once."""
# clause: WAIT-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, None)
    done, pending = await asyncio.wait([future, future])
    log(len(done), len(pending))


asyncio.run(main())

# trace 3.8..
#      0  1 0
