"""An eager step that cancels the creating task interrupts it at its next suspension."""
# clause: EAGER-4, TASK-20
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(creator):
    creator.cancel()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(job(asyncio.current_task()))
    log("awaiting a done task suspends nobody")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.12..
#      0  awaiting a done task suspends nobody
#      0  cancelled
