"""A task that waits for the first, then for all of two others is cancelled at suspension {POINT} ({WINDOW})."""
# clause: WAIT-9, WAIT-7
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def victim(tasks):
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    log("done", sorted(task.result() for task in done), "pending", len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.125)
    log("done", sorted(task.result() for task in done), "pending", len(pending))
    done, pending = await asyncio.wait(tasks)
    log("done", sorted(task.result() for task in done), "pending", len(pending))


async def main():
    first = asyncio.create_task(asyncio.sleep(0.125, "first"))
    second = asyncio.create_task(asyncio.sleep(0.5, "second"))
    await settle({"first": first, "second": second,
                  "victim": asyncio.create_task(driven(victim([first, second])))})


asyncio.run(main())
