"""set wakes up all waiters, in the order of their arrival."""
# clause: EVT-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, event):
    log(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(job(name, event)) for name in "abc"]
    await asyncio.sleep(0.125)
    event.set()
    log("set")
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#    125  set
#    125  a True
#    125  b True
#    125  c True
