"""A task that has ended cannot be cancelled, though who awaits it has not resumed; that one can."""
# clause: TASK-22, TASK-19
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def inner(future):
    await future
    return "result"


async def outer(task):
    return await task


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    first = asyncio.create_task(inner(future))
    first.add_done_callback(lambda done: log(first.cancel(), second.cancel(), second.done()))
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    future.set_result(None)
    await asyncio.wait([second])
    log(first.result(), second.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  False True False
#      0  result True
