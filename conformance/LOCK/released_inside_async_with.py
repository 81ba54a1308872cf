"""Where the body of async with has released the lock, its end raises RuntimeError."""
# clause: LOCK-6, LOCK-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    try:
        async with lock:
            lock.release()
            log("body")
    except RuntimeError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  body
#      0  RuntimeError
