"""An awaitable given twice gives one item."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("result")
    for item in asyncio.as_completed([future, future]):
        log(await item)


asyncio.run(main())

# trace 3.8..
#      0  result
