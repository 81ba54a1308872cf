"""A lock that never made anybody wait works in one loop after another."""
# clause: LOCK-9
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def first():
    lock = asyncio.Lock()
    async with lock:
        log("first")
    return lock


async def second(lock):
    async with lock:
        log("second")


asyncio.run(second(asyncio.run(first())))

# trace 3.8..
#      0  first
#      0  second
