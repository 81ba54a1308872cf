"""With a timeout of zero a task that runs is cancelled and waited for."""
# clause: WFOR-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.25)
        log("cleaned up")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0)
    except asyncio.TimeoutError:
        log("TimeoutError", task.cancelled())


asyncio.run(main())

# trace 3.8..
#    250  cleaned up
#    250  TimeoutError True
