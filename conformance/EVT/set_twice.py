"""set of a set event does nothing."""
# clause: EVT-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(event):
    log(await event.wait())


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(job(event))
    await asyncio.sleep(0)
    event.set()
    event.set()
    log(event.is_set())
    await task
    event.clear()
    event.clear()
    log(event.is_set())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True
#      0  False
