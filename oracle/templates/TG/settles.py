"""The child of a task group ends by {OUTCOME} {WHEN}, while the body sleeps."""
# clause: TG-2, TG-4, TG-13
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "soon"  # vary: "before", "soon", "later"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def child(future):
    return await future


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            made = group.create_task(child(prepare(asyncio.get_running_loop())))
            await asyncio.sleep(0)
            log("slept one hop")
            await asyncio.sleep(0.25)
            log("slept")
    except BaseException as error:
        log(type(error).__name__, [show(one) for one in error.exceptions])
    log("left", made.done(), made.cancelled(), task.cancelling())
    await asyncio.sleep(0.125)


asyncio.run(main())
