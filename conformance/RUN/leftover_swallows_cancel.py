"""A left-over task that swallows the one cancel runs until it ends."""
# clause: RUN-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("swallowed")
    for turn in range(3):
        await asyncio.sleep(1)
        log("turn", turn)
    return "result"


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    return task


log(asyncio.run(main()).result())

# trace 3.8..
#      0  swallowed
#   1000  turn 0
#   2000  turn 1
#   3000  turn 2
#   3000  result
