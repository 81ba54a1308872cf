"""run ends when main ends, however much its tasks have still to do."""
# clause: RUN-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    for turn in range(10):
        log("turn", turn)
        await asyncio.sleep(1)


async def main():
    asyncio.create_task(job())
    await asyncio.sleep(2.5)


asyncio.run(main())
log("run returned")

# trace 3.8..
#      0  turn 0
#   1000  turn 1
#   2000  turn 2
#   2500  run returned
