"""Arrival is the call of acquire, not the creation of the task."""
# clause: LOCK-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, delay, lock):
    await asyncio.sleep(delay)
    async with lock:
        log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(job("a", 0.375, lock)), asyncio.create_task(job("b", 0.125, lock)),
             asyncio.create_task(job("c", 0.25, lock))]
    await asyncio.sleep(1)
    lock.release()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#   1000  b
#   1000  c
#   1000  a
