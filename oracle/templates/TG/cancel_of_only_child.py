"""The only child of a task group is cancelled at suspension {POINT} ({WINDOW}), beside a body that goes on."""
# clause: TG-4, TG-13
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
    await asyncio.sleep(0)
    await asyncio.sleep(0.25)
    await asyncio.sleep(0)
    return "child"


async def parent():
    async with asyncio.TaskGroup() as group:
        made = group.create_task(driven(child()))
        await asyncio.sleep(0.125)
        log("body ends")
    log("child", made.cancelled() or made.result())
    return "parent"


async def main():
    await settle({"parent": asyncio.create_task(parent())})


asyncio.run(main())
