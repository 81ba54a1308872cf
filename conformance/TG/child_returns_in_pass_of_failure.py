"""A child that returns in the pass in which another fails keeps its result."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def child(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(a))
            second = group.create_task(child(b))
            await asyncio.sleep(0)
            a.set_exception(ValueError())
            b.set_result("result")
            await asyncio.sleep(5)
    except ExceptionGroup as error:
        log(len(error.exceptions), second.result())


asyncio.run(main())

# trace 3.11..
#      0  1 result
