"""Awaiting a lock itself is possible on 3.8 only."""
# clause: LOCK-10
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    try:
        await lock
    except TypeError as error:
        log(type(error).__name__)
    log(lock.locked())


asyncio.run(main())

# trace 3.8
#      0  True

# trace 3.9..
#      0  TypeError
#      0  False
