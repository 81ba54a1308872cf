"""Who asks after a cancel of the first waiter and a release waits behind the second one."""
# clause: LOCK-4, LOCK-5
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
    one = asyncio.create_task(job("a", lock))
    two = asyncio.create_task(job("b", lock))
    await asyncio.sleep(0)
    one.cancel()
    lock.release()
    await lock.acquire()
    log("main", one.done(), two.done())
    lock.release()


asyncio.run(main())

# trace 3.8..
#      0  b
#      0  main True True
