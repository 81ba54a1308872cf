"""Releasing a free lock is refused with RuntimeError."""
# clause: LOCK-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        log(error)          # the text is the clause
    log(lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  Lock is not acquired.
#      0  False
