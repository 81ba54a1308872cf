"""A notified waiter asks for the lock one hop after notify, and returns at once where it is free by then."""
# clause: COND-11
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(turn):
    log("tick", turn)
    if turn < 3:
        asyncio.get_running_loop().call_soon(tick, turn + 1)


async def job(condition):
    async with condition:
        await condition.wait()
        log("job")


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(tick, 1)
    async with condition:
        condition.notify()
    await task
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  job
#      0  tick 2
#      0  tick 3
