"""reset without waiters does nothing."""
# clause: BAR-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(1)
    asyncio.get_running_loop().call_soon(log, "tick")
    log(await barrier.reset())
    log(await barrier.wait(), barrier.broken)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.11..
#      0  None
#      0  0 False
#      0  tick
