"""A waiter that is cancelled leaves the line, and the others keep their order."""
# clause: LOCK-5, LOCK-2
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
    tasks = [asyncio.create_task(job(name, lock)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0.125)
    lock.release()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#    125  a
#    125  c
#    125  d
