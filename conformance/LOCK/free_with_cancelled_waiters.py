"""A free lock whose waiters are all cancelled, though not yet gone, is taken without suspending."""
# clause: LOCK-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(lock):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        log("job is cancelled")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(job(lock)), asyncio.create_task(job(lock))]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    lock.release()
    await lock.acquire()
    log("main")
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  main
#      0  job is cancelled
#      0  job is cancelled
