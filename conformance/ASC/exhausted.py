"""There are as many items as awaitables, and then StopIteration."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    items = iter(asyncio.as_completed([future]))
    item = next(items)
    try:
        next(items)
    except StopIteration:
        log("StopIteration")
    future.set_result("result")
    log(await item)


asyncio.run(main())

# trace 3.8..
#      0  StopIteration
#      0  result
