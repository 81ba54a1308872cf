"""abort breaks the barrier: its waiters get BrokenBarrierError, and so do later ones at once."""
# clause: BAR-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, barrier):
    try:
        log(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        log(name, type(error).__name__)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(job(name, barrier)) for name in "ab"]
    await asyncio.sleep(0.125)
    log(await barrier.abort())
    log(barrier.broken, barrier.n_waiting)
    await asyncio.wait(tasks)
    for turn in range(3):
        await job("later", barrier)
    log(barrier.broken)


asyncio.run(main())

# trace 3.11..
#    125  None
#    125  True 0
#    125  a BrokenBarrierError
#    125  b BrokenBarrierError
#    125  later BrokenBarrierError
#    125  later BrokenBarrierError
#    125  later BrokenBarrierError
#    125  True
