"""A task and one that awaits it go on after a future that ends by {OUTCOME} {WHEN}."""
# clause: TASK-5, TASK-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "soon"  # vary: "before", "soon", "later"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def inner(future):
    try:
        return await future
    finally:
        log("inner goes on")


async def main():
    task = asyncio.create_task(inner(prepare(asyncio.get_running_loop())))
    try:
        log("got", await task)
    except BaseException as error:
        log("raised", type(error).__name__, task.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())
