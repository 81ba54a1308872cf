"""reset gives the waiters BrokenBarrierError, and the barrier can be used again."""
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
        log(name, type(error).__name__, isinstance(error, RuntimeError))


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(job(name, barrier)) for name in "ab"]
    await asyncio.sleep(0.125)
    await barrier.reset()
    await asyncio.wait(tasks)
    log(barrier.n_waiting, barrier.broken)
    tasks = [asyncio.create_task(job(name, barrier)) for name in "cd"]
    await asyncio.sleep(0.125)
    log("main", await barrier.wait())
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.11..
#    125  a BrokenBarrierError True
#    125  b BrokenBarrierError True
#    125  0 False
#    250  main 2
#    250  c 0
#    250  d 1
