"""From 3.10 primitives can be made where there is no loop."""
# clause: LOCK-8
# level: documented
# needs: 3.10
# ops: tasks
import asyncio
from scenario import log


async def wait(lock, event):
    async with lock:
        await event.wait()
        log("wait")


async def main():
    task = asyncio.create_task(wait(lock, event))
    await asyncio.sleep(0)
    event.set()
    async with lock:
        log("main")
    await task


lock, event = asyncio.Lock(), asyncio.Event()
asyncio.Condition(), asyncio.Semaphore(), asyncio.BoundedSemaphore(), asyncio.Queue()
asyncio.run(main())

# trace 3.10..
#      0  wait
#      0  main
