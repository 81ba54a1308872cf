"""A task that somebody else cancels raises CancelledError, not TimeoutError."""
# clause: WFOR-10
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(asyncio.sleep(5))
    loop.call_later(0.125, task.cancel)
    try:
        await asyncio.wait_for(task, 5)
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#    125  CancelledError
