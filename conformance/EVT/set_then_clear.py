"""set and then clear in one step wake up all who waited; they find the event not set."""
# clause: EVT-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, event):
    log(name, await event.wait(), event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(job(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  a True False
#      0  b True False
#      0  c True False
