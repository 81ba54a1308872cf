"""Cancelling the last of two hundred tasks that await each other cancels them all."""
# clause: TASK-18
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def link(inner):
    await inner


async def main():
    task = asyncio.get_running_loop().create_future()
    tasks = []
    for number in range(200):
        task = asyncio.create_task(link(task))
        tasks.append(task)
    await asyncio.sleep(0)
    tasks[-1].cancel()
    hops = 0
    while not tasks[-1].done():
        hops += 1
        await asyncio.sleep(0)
    log(hops, all(task.cancelled() for task in tasks))


asyncio.run(main())

# trace 3.8..
#      0  200 True
