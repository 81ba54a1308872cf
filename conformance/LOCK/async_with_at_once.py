"""async with of a free lock does not suspend, neither at its beginning nor at its end."""
# clause: LOCK-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    asyncio.get_running_loop().call_soon(log, "tick")
    async with lock as value:
        log(value, lock.locked())
    log(lock.locked())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  None True
#      0  False
#      0  tick
