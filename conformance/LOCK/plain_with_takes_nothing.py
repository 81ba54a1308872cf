"""The refused with statement has not taken the lock."""
# clause: LOCK-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    try:
        with lock:
            log("never")
    except Exception:
        log("refused", lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  refused False
