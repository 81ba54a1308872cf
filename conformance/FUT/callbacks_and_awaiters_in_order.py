"""Callbacks and awaiting tasks of one future are released in the order of registration."""
# clause: FUT-9
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(name, future):
    await future
    log(name)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: log("callback 1"))
    tasks = [asyncio.create_task(waiter("task 1", future))]
    await asyncio.sleep(0)
    future.add_done_callback(lambda done: log("callback 2"))
    tasks.append(asyncio.create_task(waiter("task 2", future)))
    await asyncio.sleep(0)
    future.add_done_callback(lambda done: log("callback 3"))
    future.set_result(None)
    log("set")
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  set
#      0  callback 1
#      0  task 1
#      0  callback 2
#      0  task 2
#      0  callback 3
