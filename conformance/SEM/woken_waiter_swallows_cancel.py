"""A woken waiter that swallows its cancel has no permit, and gets one by asking again behind the others."""
# clause: SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    try:
        await semaphore.acquire()
    except asyncio.CancelledError:
        log(name, "is cancelled")
        await semaphore.acquire()
    log(name)
    semaphore.release()


async def main():
    semaphore = asyncio.Semaphore(0)
    one = asyncio.create_task(job("a", semaphore))
    two = asyncio.create_task(job("b", semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    one.cancel()
    await asyncio.wait([one, two])


asyncio.run(main())

# trace 3.8
#      0  a is cancelled
#      0  a
#      0  b

# trace 3.9..
#      0  a is cancelled
#      0  b
#      0  a
