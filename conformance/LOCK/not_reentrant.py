"""A holder that asks again waits for itself."""
# clause: LOCK-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    async with lock:
        try:
            await asyncio.wait_for(lock.acquire(), 0.25)
        except asyncio.TimeoutError:
            log("gave up", lock.locked())


asyncio.run(main())

# trace 3.8..
#    250  gave up True
