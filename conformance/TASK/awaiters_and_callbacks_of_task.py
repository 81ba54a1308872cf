"""The awaiters and callbacks of a task are released in the order of registration."""
# clause: TASK-5, FUT-9
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(0.125)
    log("job ends")


async def waiter(name, task):
    await task
    log(name)


async def main():
    task = asyncio.create_task(job())
    task.add_done_callback(lambda done: log("callback 1", done is task))
    first = asyncio.create_task(waiter("awaiter 1", task))
    await asyncio.sleep(0)
    task.add_done_callback(lambda done: log("callback 2"))
    await waiter("awaiter 2", task)
    await first


asyncio.run(main())

# trace 3.8..
#    125  job ends
#    125  callback 1 True
#    125  awaiter 1
#    125  callback 2
#    125  awaiter 2
