"""The parent of a task group whose child answers its cancellation by an exception is cancelled at suspension {POINT} ({WINDOW})."""
# clause: TG-8, TG-7
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
    except asyncio.CancelledError:
        await asyncio.sleep(0.125)
    raise LookupError("child")


async def victim():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0.25)
    except Exception as error:
        log(type(error).__name__, [type(one).__name__ for one in error.exceptions])
    log("cancelling", task.cancelling())
    await asyncio.sleep(0)
    log("survived the next suspension")
    return task.cancelling()


async def main():
    await settle({"victim": asyncio.create_task(driven(victim()))})


asyncio.run(main())
