"""A chain of sleeps is cancelled at suspension {POINT} ({WINDOW})."""
# clause: SLEEP-5, SLEEP-1, SLEEP-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def victim():
    for seconds in (0, 0.125, 0, 0.25):
        log("slept", await asyncio.sleep(seconds, seconds))


async def clock():
    for tick in range(4):
        await asyncio.sleep(0.25)
        log("tick")


async def main():
    await settle({"clock": asyncio.create_task(clock()),
                  "victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
