"""A waiter that clears the event takes nothing from the others that were woken with it."""
# clause: EVT-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, event):
    await event.wait()
    log(name, event.is_set())
    event.clear()


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(job(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    event.set()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  a True
#      0  b False
#      0  c False
