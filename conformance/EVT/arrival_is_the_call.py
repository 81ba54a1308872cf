"""Arrival is the call of wait, not the creation of the task."""
# clause: EVT-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, delay, event):
    await asyncio.sleep(delay)
    await event.wait()
    log(name)


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(job("a", 0.25, event)), asyncio.create_task(job("b", 0.125, event))]
    await asyncio.sleep(1)
    event.set()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#   1000  b
#   1000  a
