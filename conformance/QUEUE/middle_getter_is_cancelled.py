"""A getter that is cancelled leaves the line, and the others keep their order."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0.125)
    queue.put_nowait(1)
    queue.put_nowait(2)
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#    125  a 1
#    125  c 2
