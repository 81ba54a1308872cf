"""One of three that wait for a condition is cancelled at suspension {POINT} ({WINDOW}), while others hold and notify."""
# clause: COND-5, COND-4, COND-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log

POINT = 1  # vary: 1.. until finished
WINDOW = "waiting"  # vary: "waiting", "woken", "twice"


# insert: driven.py


# insert: settle.py


async def wait(condition, name):
    async with condition:
        log(name, "waits")
        log(name, await condition.wait())
        await asyncio.sleep(0.125)
    log(name, "leaves")


async def notify(condition):
    await asyncio.sleep(0.25)
    for count in (1, 2):
        async with condition:
            log("notify", count)
            condition.notify(count)
            await asyncio.sleep(0.125)
        await asyncio.sleep(1)


async def main():
    condition = asyncio.Condition()
    tasks = {"victim": asyncio.create_task(driven(wait(condition, "victim"))),
             "second": asyncio.create_task(wait(condition, "second")),
             "third": asyncio.create_task(wait(condition, "third")),
             "notifier": asyncio.create_task(notify(condition))}
    await settle(tasks)
    log("locked", condition.locked())


asyncio.run(main())
