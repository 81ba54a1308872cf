"""A task that awaits a shield, twice around the same inner task, is cancelled at suspension {POINT} ({WINDOW})."""
# clause: SHLD-1
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def inner():
    await asyncio.sleep(0.25)
    log("inner ends")
    return "inner"


async def victim(task):
    try:
        log("first", await asyncio.shield(task))
    except asyncio.CancelledError:
        log("first shield cancelled, inner", task.cancelled())
    return await asyncio.shield(task)


async def main():
    task = asyncio.create_task(inner())
    await settle({"inner": task, "victim": asyncio.create_task(driven(victim(task)))})


asyncio.run(main())
