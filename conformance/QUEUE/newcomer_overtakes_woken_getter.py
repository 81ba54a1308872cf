"""A task that is already queued when an item is put may take it before the woken getter."""
# clause: QUEUE-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter("first", queue))]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(getter("newcomer", queue)))
    queue.put_nowait("a")
    await asyncio.sleep(0.125)
    queue.put_nowait("b")
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  newcomer a
#    125  first b
