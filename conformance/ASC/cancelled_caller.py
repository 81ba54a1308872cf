"""Cancelling the task that awaits an item leaves the awaitables alone."""
# clause: ASC-9
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def iterate(task):
    for item in asyncio.as_completed([task]):
        await item


async def main():
    task = asyncio.create_task(asyncio.sleep(0.5, "result"))
    iterating = asyncio.create_task(iterate(task))
    await asyncio.sleep(0.125)
    iterating.cancel()
    try:
        await iterating
    except asyncio.CancelledError:
        log("CancelledError", task.done())
    log(await task)


asyncio.run(main())

# trace 3.8..
#    125  CancelledError False
#    500  result
