"""A body that ends in the pass in which a child fails is not interrupted, and the errors are raised."""
# clause: TG-2, TG-10
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def child(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    go = loop.create_future()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(future))
            await asyncio.sleep(0)
            loop.call_soon(go.set_result, None)
            future.set_exception(ValueError())
            await go
            log("body ends")
    except ExceptionGroup as error:
        log(len(error.exceptions), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..3.12
#      0  body ends
#      0  1 1

# trace 3.13..
#      0  body ends
#      0  1 0
