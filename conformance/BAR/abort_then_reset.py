"""reset mends a barrier that was aborted."""
# clause: BAR-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(2)
    await barrier.abort()
    log(barrier.broken)
    await barrier.reset()
    log(barrier.broken)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    log(await barrier.wait(), await task)


asyncio.run(main())

# trace 3.11..
#      0  True
#      0  False
#      0  1 0
