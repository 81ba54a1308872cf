"""A waiter that is cancelled leaves, and the others are woken as if it had not been."""
# clause: EVT-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, event):
    await event.wait()
    log(name)


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(job(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0.125)
    event.set()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#    125  a
#    125  c
#    125  [False, True, False]
