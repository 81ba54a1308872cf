"""A barrier can be used again and again."""
# clause: BAR-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(delay, barrier):
    for turn in range(3):
        await asyncio.sleep(delay)
        await barrier.wait()
        log(turn)


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.wait([asyncio.create_task(job(delay, barrier)) for delay in (0.125, 0.25)])


asyncio.run(main())

# trace 3.11..
#    250  0
#    250  0
#    500  1
#    500  1
#    750  2
#    750  2
