"""acquire of a free lock returns True without suspending."""
# clause: LOCK-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    asyncio.get_running_loop().call_soon(log, "tick")
    log(lock.locked())
    log(await lock.acquire(), lock.locked())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  True True
#      0  tick
