"""A task that awaits another, which awaits a third, is cancelled at suspension {POINT} ({WINDOW})."""
# clause: TASK-18, TASK-25, TASK-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def third():
    try:
        await asyncio.sleep(0.25)
    except asyncio.CancelledError:
        log("third is cancelled")
        raise
    return "third"


async def second(task):
    try:
        return await task
    except asyncio.CancelledError:
        log("second swallows")
        await asyncio.sleep(0)
        return "second"


async def victim(task):
    log("victim gets", await task)
    await asyncio.sleep(0)
    return "victim"


async def main():
    inner = asyncio.create_task(third())
    outer = asyncio.create_task(second(inner))
    await settle({"third": inner, "second": outer,
                  "victim": asyncio.create_task(driven(victim(outer)))})


asyncio.run(main())
