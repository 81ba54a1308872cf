"""acquire without await takes nothing."""
# clause: LOCK-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    coroutine = lock.acquire()
    log(lock.locked())
    coroutine.close()
    log(lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  False
