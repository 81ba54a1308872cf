"""A task that is already queued when the lock is released waits behind the waiters."""
# clause: LOCK-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    async with lock:
        log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(job("first", lock)), asyncio.create_task(job("second", lock))]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(job("late", lock)))
    lock.release()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  first
#      0  second
#      0  late
