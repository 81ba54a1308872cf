"""Of two tasks that mean to cancel each other in one pass the first keeps the second from doing it."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log

tasks = []


async def job(name, other):
    await asyncio.sleep(0)
    log(name, "cancels", tasks[other].cancel())
    try:
        await asyncio.sleep(1)
    finally:
        log(name, "ends")


async def main():
    tasks.append(asyncio.create_task(job("a", 1)))
    tasks.append(asyncio.create_task(job("b", 0)))
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  a cancels True
#   1000  a ends
#   1000  [False, True]
