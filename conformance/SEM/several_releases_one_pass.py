"""The waiters that several releases woke go on in one pass, one hop later."""
# clause: SEM-10
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(turn):
    log("tick", turn)
    if turn < 3:
        asyncio.get_running_loop().call_soon(tick, turn + 1)


async def job(name, semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "abc"]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(tick, 1)
    for task in tasks:
        semaphore.release()
    await asyncio.wait(tasks)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  a
#      0  b
#      0  c
#      0  tick 2
#      0  tick 3
