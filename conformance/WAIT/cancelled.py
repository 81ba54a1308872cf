"""Cancelling the wait leaves the futures alone."""
# clause: WAIT-9
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(0.5, "result"))
    waiting = asyncio.create_task(asyncio.wait([task]))
    await asyncio.sleep(0.125)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        log("CancelledError", task.done())
    log(await task)


asyncio.run(main())

# trace 3.8..
#    125  CancelledError False
#    500  result
