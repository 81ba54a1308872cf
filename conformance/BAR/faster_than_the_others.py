"""A party that comes back at once waits until the rest of its generation has gone on."""
# clause: BAR-6
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(name, barrier):
    for turn in range(3):
        index = await barrier.wait()
        log(turn, name, index)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.wait([asyncio.create_task(job(name, barrier)) for name in "abc"])


asyncio.run(main())

# trace 3.11..
#      0  0 c 2
#      0  0 a 0
#      0  0 b 1
#      0  1 a 2
#      0  1 b 0
#      0  1 c 1
#      0  2 b 2
#      0  2 c 0
#      0  2 a 1
