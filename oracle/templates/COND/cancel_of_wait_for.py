"""One that waits until a predicate holds is cancelled at suspension {POINT} ({WINDOW})."""
# clause: COND-7, COND-4
# level: documented
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


state = []


async def wait(condition, name, size):
    async with condition:
        log(name, "sees", await condition.wait_for(lambda: len(state) >= size and len(state)))


async def fill(condition):
    for item in range(3):
        async with condition:
            state.append(item)
            condition.notify_all()
            log("notify all", len(state))
            await asyncio.sleep(0)


async def main():
    condition = asyncio.Condition()
    tasks = {"first": asyncio.create_task(wait(condition, "first", 1)),
             "victim": asyncio.create_task(driven(wait(condition, "victim", 2))),
             "third": asyncio.create_task(wait(condition, "third", 2)),
             "filler": asyncio.create_task(fill(condition))}
    await settle(tasks)
    log("locked", condition.locked())


asyncio.run(main())
