"""Callbacks and first steps of tasks run strictly in the order in which they were issued."""
# clause: READY-19
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(number):
    log("task", number)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "callback 1")
    tasks = [loop.create_task(job(1))]
    loop.call_soon(log, "callback 2")
    tasks.append(asyncio.create_task(job(2)))
    loop.call_soon(log, "callback 3")
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  callback 1
#      0  task 1
#      0  callback 2
#      0  task 2
#      0  callback 3
