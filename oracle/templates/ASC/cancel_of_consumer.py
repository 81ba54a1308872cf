"""A task that takes results as they come is cancelled at suspension {POINT} ({WINDOW}); the tasks go on."""
# clause: ASC-2, ASC-4
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def victim(tasks):
    for step in asyncio.as_completed(tasks, timeout=1):
        log("next", await step)
    return "all"


async def main():
    tasks = {"second": asyncio.create_task(asyncio.sleep(0.25, "second")),
             "first": asyncio.create_task(asyncio.sleep(0.125, "first")),
             "third": asyncio.create_task(asyncio.sleep(0.5, "third"))}
    tasks["victim"] = asyncio.create_task(driven(victim(list(tasks.values()))))
    await settle(tasks)


asyncio.run(main())
