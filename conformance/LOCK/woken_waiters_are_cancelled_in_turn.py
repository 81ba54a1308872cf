"""The wake-up goes on past every waiter that is cancelled in its turn."""
# clause: LOCK-5
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
    lock.release()
    for task in tasks[:3]:
        task.cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  d
#      0  [True, True, True, False] False
