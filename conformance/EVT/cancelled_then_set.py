"""A waiter that is cancelled in the step that sets the event ends cancelled, whichever comes first."""
# clause: EVT-5
# level: defacto
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
    tasks[0].cancel()
    event.set()
    tasks[1].cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  c
#      0  [True, True, False]
