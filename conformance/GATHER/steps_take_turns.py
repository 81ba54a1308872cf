"""Children that yield take their steps in turns, in the order of the arguments."""
# clause: GATHER-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    for step in range(3):
        log(name, step)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(child("a"), child("b"))


asyncio.run(main())

# trace 3.8..
#      0  a 0
#      0  b 0
#      0  a 1
#      0  b 1
#      0  a 2
#      0  b 2
