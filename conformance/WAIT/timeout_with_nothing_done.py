"""On timeout the set of the done ones may be empty."""
# clause: WAIT-6
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    done, pending = await asyncio.wait([future], timeout=0.25)
    log(len(done), pending == {future}, future.cancelled())


asyncio.run(main())

# trace 3.8..
#    250  0 True False
