"""Two tasks that read, suspend and write lose an update; without the suspension they lose none."""
# clause: TASK-3, READY-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log

counters = {"across": 0, "within": 0}


async def across():
    value = counters["across"]
    await asyncio.sleep(0)
    counters["across"] = value + 1


async def within():
    await asyncio.sleep(0)
    counters["within"] += 1


async def main():
    await asyncio.gather(across(), across(), within(), within())
    log("read and written across an await:", counters["across"])
    log("read and written within a step:", counters["within"])


asyncio.run(main())

# trace 3.8..
#      0  read and written across an await: 1
#      0  read and written within a step: 2
