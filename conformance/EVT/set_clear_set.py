"""A waiter that was woken once is not woken twice by a second set before its turn."""
# clause: EVT-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(event):
    for turn in range(2):
        await event.wait()
        log("turn", turn)


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(job(event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    event.set()
    event.clear()
    await asyncio.sleep(0.125)
    log(task.done())
    event.set()
    await task


asyncio.run(main())

# trace 3.8..
#      0  turn 0
#    125  False
#    125  turn 1
