"""A woken getter that finds nothing waits again behind those who came after it."""
# clause: QUEUE-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    queue.put_nowait("stolen")
    log("main", await queue.get())
    await asyncio.sleep(0.125)
    queue.put_nowait("first")
    queue.put_nowait("second")
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  main stolen
#    125  b first
#    125  a second
