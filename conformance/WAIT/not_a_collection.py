"""A single future or coroutine in place of a collection is refused."""
# clause: WAIT-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def child():
    pass


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child())
    coroutine = child()
    for wrong in (future, task, coroutine):
        try:
            await asyncio.wait(wrong)
        except TypeError:
            log("TypeError")
    coroutine.close()
    log(future.done(), task.done())


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  False False
