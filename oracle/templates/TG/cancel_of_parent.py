"""The parent of a task group with one child is cancelled at suspension {POINT} ({WINDOW})."""
# clause: TG-7, TG-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def child():
    try:
        await asyncio.sleep(0.5)
        return "child"
    finally:
        log("child ends")
        await asyncio.sleep(0.125)
        log("child has ended")


async def victim():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            made = group.create_task(child())
            await asyncio.sleep(0)
            await asyncio.sleep(0.25)
            log("body ends")
    finally:
        log("group is left", task.cancelling(), made.done(), made.cancelled())
    await asyncio.sleep(0)
    return "parent"


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
