"""A callback may release a lock."""
# clause: LOCK-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    asyncio.get_running_loop().call_later(0.125, lock.release)
    await lock.acquire()
    log("main")


asyncio.run(main())

# trace 3.8..
#    125  main
