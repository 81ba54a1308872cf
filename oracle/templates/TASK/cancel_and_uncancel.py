"""A task that takes back its cancellation and goes on is cancelled at suspension {POINT} ({WINDOW})."""
# clause: TASK-30, TASK-31
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def victim():
    task = asyncio.current_task()
    for seconds in (0, 0.125, 0):
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            log("cancelled", task.cancelling())
            log("uncancel", task.uncancel())
        log("slept", seconds, task.cancelling())
    return task.cancelling()


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
