"""After release the first waiter takes the lock one hop later; in between it is not locked."""
# clause: LOCK-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(turn, lock):
    log("tick", turn, lock.locked())
    if turn < 3:
        asyncio.get_running_loop().call_soon(tick, turn + 1, lock)


async def job(lock):
    await lock.acquire()
    log("job", lock.locked())


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(job(lock))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(tick, 1, lock)
    lock.release()
    log("main", lock.locked())
    await task
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  main False
#      0  tick 1 False
#      0  job True
#      0  tick 2 True
#      0  tick 3 True
