"""A waiter that gives up after a timeout leaves too."""
# clause: BAR-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(2)
    try:
        await asyncio.wait_for(barrier.wait(), 0.25)
    except TimeoutError:
        log("gave up", barrier.n_waiting, barrier.broken)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    log(await barrier.wait(), await task)


asyncio.run(main())

# trace 3.11..
#    250  gave up 0 False
#    250  1 0
