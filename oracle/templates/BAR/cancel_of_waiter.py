"""One of the parties of a barrier is cancelled at suspension {POINT} ({WINDOW}), and late comers fill its place."""
# clause: BAR-4, BAR-2
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def arrive(barrier, name, turns, seconds):
    for turn in range(turns):
        index = await barrier.wait()
        log(name, "passes as", index, "waiting", barrier.n_waiting)
        await asyncio.sleep(seconds)


async def late(barrier):
    await asyncio.sleep(1)
    log("broken", barrier.broken, "waiting", barrier.n_waiting)
    await arrive(barrier, "late", 2, 0.375)


async def main():
    barrier = asyncio.Barrier(2)
    tasks = {"victim": asyncio.create_task(driven(arrive(barrier, "victim", 2, 0.375))),
             "second": asyncio.create_task(arrive(barrier, "second", 3, 0.25)),
             "late": asyncio.create_task(late(barrier))}
    await settle(tasks)
    log("broken", barrier.broken, "waiting", barrier.n_waiting)


asyncio.run(main())
