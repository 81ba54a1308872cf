"""A barrier of one party lets everybody through without suspending."""
# clause: BAR-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(1)
    asyncio.get_running_loop().call_soon(log, "tick")
    for turn in range(3):
        log(await barrier.wait())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.11..
#      0  0
#      0  0
#      0  0
#      0  tick
