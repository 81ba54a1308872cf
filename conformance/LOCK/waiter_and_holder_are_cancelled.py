"""The same holds where the waiter is cancelled before the holder."""
# clause: LOCK-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    async with lock:
        log(name)
        await asyncio.sleep(10)


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(job(name, lock)) for name in "abc"]
    await asyncio.sleep(0.125)
    tasks[1].cancel()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  a
#    125  c
#  10125  [True, True, False] False
