"""A woken getter that swallows its cancel has no item, and takes one by asking again."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    try:
        log(name, await queue.get())
    except asyncio.CancelledError:
        log(name, "is cancelled")
        log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    tasks[0].cancel()
    await asyncio.sleep(0.125)
    queue.put_nowait(2)
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  a is cancelled
#      0  a 1
#    125  b 2
