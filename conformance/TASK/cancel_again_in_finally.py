"""A second cancel interrupts what the finally block of the first awaits."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        log("cleaning up")
        try:
            await asyncio.sleep(10)
        finally:
            log("interrupted")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  cleaning up
#    250  interrupted
#    250  True
