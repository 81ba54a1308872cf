"""Each pair of set and clear lets a waiter through once, though it waits again at once."""
# clause: EVT-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(event):
    for turn in range(3):
        await event.wait()
        log("turn", turn)


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(job(event))
    while not task.done():
        await asyncio.sleep(0.125)
        event.set()
        event.clear()


asyncio.run(main())

# trace 3.8..
#    125  turn 0
#    250  turn 1
#    375  turn 2
