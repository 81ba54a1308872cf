"""The permit is passed on when the cancelled waiter runs, so the next one has it two hops after the release."""
# clause: SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(turn):
    log("tick", turn)
    if turn < 3:
        asyncio.get_running_loop().call_soon(tick, turn + 1)


async def job(name, semaphore):
    async with semaphore:
        log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    one = asyncio.create_task(job("a", semaphore))
    two = asyncio.create_task(job("b", semaphore))
    await asyncio.sleep(0)
    semaphore.release()
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
