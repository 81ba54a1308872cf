"""Who comes after set and clear waits for the next set."""
# clause: EVT-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, event):
    await event.wait()
    log(name)


async def main():
    event = asyncio.Event()
    first = asyncio.create_task(job("first", event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    second = asyncio.create_task(job("second", event))
    await asyncio.sleep(0.125)
    log(first.done(), second.done())
    event.set()
    await second


asyncio.run(main())

# trace 3.8..
#      0  first
#    125  True False
#    125  second
