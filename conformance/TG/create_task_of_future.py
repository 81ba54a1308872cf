"""A group makes tasks of coroutines only."""
# clause: TG-11
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        try:
            group.create_task(future)
        except TypeError:
            log("TypeError")
    log("block ends")


asyncio.run(main())

# trace 3.11..
#      0  TypeError
#      0  block ends
