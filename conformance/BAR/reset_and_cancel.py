"""A waiter that is cancelled in the step of a reset ends cancelled, the others get BrokenBarrierError."""
# clause: BAR-8, BAR-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, barrier):
    try:
        await barrier.wait()
    except (asyncio.BrokenBarrierError, asyncio.CancelledError) as error:
        log(name, type(error).__name__)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(job(name, barrier)) for name in "ab"]
    await asyncio.sleep(0)
    await barrier.reset()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    log(barrier.broken, barrier.n_waiting)


asyncio.run(main())

# trace 3.11..
#      0  a CancelledError
#      0  b BrokenBarrierError
#      0  False 0
