"""A woken waiter that swallows its cancel has no lock, and gets one by asking again behind the others."""
# clause: LOCK-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        log(name, "is cancelled")
        await lock.acquire()
    log(name)
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    one = asyncio.create_task(job("a", lock))
    two = asyncio.create_task(job("b", lock))
    await asyncio.sleep(0)
    lock.release()
    one.cancel()
    await asyncio.wait([one, two])


asyncio.run(main())

# trace 3.8..
#      0  a is cancelled
#      0  b
#      0  a
