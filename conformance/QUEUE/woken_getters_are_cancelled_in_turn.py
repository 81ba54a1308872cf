"""The wake-up goes on past every getter that is cancelled in its turn."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abcd"]
    await asyncio.sleep(0)
    queue.put_nowait("item")
    for task in tasks[:3]:
        task.cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  d item
#      0  [True, True, True, False]
