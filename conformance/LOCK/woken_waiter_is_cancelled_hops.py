"""The wake-up is passed on when the cancelled waiter runs, so the next one has the lock two hops after the release."""
# clause: LOCK-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(turn):
    log("tick", turn)
    if turn < 3:
        asyncio.get_running_loop().call_soon(tick, turn + 1)


async def job(name, lock):
    async with lock:
        log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    one = asyncio.create_task(job("a", lock))
    two = asyncio.create_task(job("b", lock))
    await asyncio.sleep(0)
    lock.release()
    one.cancel()
    asyncio.get_running_loop().call_soon(tick, 1)
    await two
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  b
#      0  tick 2
#      0  tick 3
