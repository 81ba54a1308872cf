"""abort after the last party's arrival breaks those who have not yet gone on."""
# clause: BAR-8, BAR-5
# level: defacto
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
    await asyncio.sleep(0)
    await barrier.wait()
    await barrier.abort()
    await asyncio.wait(tasks)
    log(barrier.broken)


asyncio.run(main())

# trace 3.11..
#      0  a BrokenBarrierError
#      0  b BrokenBarrierError
#      0  True
