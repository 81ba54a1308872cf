"""Cancel of the first waiter and then a release in the same step wake up the second one."""
# clause: LOCK-5
# level: defacto
# ops: tasks
# divergence: SYNC-03
import asyncio
from scenario import log


async def job(name, lock):
    async with lock:
        log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    one = asyncio.create_task(job("a", lock))
    two = asyncio.create_task(job("b", lock))
    await asyncio.sleep(0)
    one.cancel()
    lock.release()
    await two
    log(one.cancelled(), lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  b
#      0  True False
