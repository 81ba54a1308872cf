"""Who waits for a lock on another loop than the first waiters is refused with RuntimeError, by another text from 3.10."""
# clause: LOCK-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def wait(lock):
    await lock.acquire()


async def first():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(wait(lock))
    await asyncio.sleep(0)
    lock.release()
    await task
    return lock


async def second(lock):
    try:
        await lock.acquire()
    except RuntimeError as error:
        log("is bound to a different event loop" in str(error))     # the text is the clause
    log(lock.locked())


asyncio.run(second(asyncio.run(first())))

# trace 3.8..3.9
#      0  False
#      0  True

# trace 3.10..
#      0  True
#      0  True
