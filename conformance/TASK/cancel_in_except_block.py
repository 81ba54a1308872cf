"""A task that cancels itself again while it handles CancelledError is given another one."""
# clause: TASK-20, TASK-24
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("first")
        asyncio.current_task().cancel()
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            log("second")
    return "value"


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  first
#      0  second
#      0  value
