"""An exception in the body of async with releases the lock and goes on."""
# clause: LOCK-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    try:
        async with lock:
            raise ValueError()
    except ValueError as error:
        log(type(error).__name__, lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  ValueError False
