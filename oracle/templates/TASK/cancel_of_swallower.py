"""A task that swallows each first cancellation and tries again is cancelled at suspension {POINT} ({WINDOW})."""
# clause: TASK-24, TASK-23
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def attempt(name):
    for turn in range(2):
        try:
            await asyncio.sleep(0.125)
            return log(name, "done in turn", turn)
        except asyncio.CancelledError:
            log(name, "swallows, turn", turn)


async def victim():
    await attempt("one")
    await attempt("two")
    return "victim"


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
