"""A task that cleans up is waited for, too."""
# clause: WFOR-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.5)
        log("cleaned up")


async def main():
    task = asyncio.create_task(child())
    try:
        await asyncio.wait_for(task, 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError", task.cancelled())


asyncio.run(main())

# trace 3.8..
#    750  cleaned up
#    750  TimeoutError True
