"""A child that somebody cancels in the pass in which another fails is not among the errors."""
# clause: TG-4
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def child(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    try:
        async with asyncio.TaskGroup() as group:
            first = group.create_task(child(a))
            second = group.create_task(child(b))
            await asyncio.sleep(0)
            first.cancel()
            b.set_exception(ValueError())
            await asyncio.sleep(5)
    except ExceptionGroup as error:
        log(len(error.exceptions), first.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#      0  1 True 0
