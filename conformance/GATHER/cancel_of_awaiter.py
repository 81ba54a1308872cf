"""Cancelling the task that awaits the outer cancels the children."""
# clause: GATHER-10
# level: documented
# ops: tasks
# divergence: TASK-11
import asyncio
from scenario import log


async def child(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise


async def wait_for_them():
    try:
        await asyncio.gather(child("a"), child("b"))
    except asyncio.CancelledError:
        log("awaiter cancelled")
        raise


async def main():
    task = asyncio.create_task(wait_for_them())
    await asyncio.sleep(0.125)
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  True
#    125  a cancelled
#    125  b cancelled
#    125  awaiter cancelled
#    125  True
