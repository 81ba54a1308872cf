"""A timeout that is no number is refused, and what was to be awaited is left alone."""
# clause: WFOR-16
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, "1")
    except TypeError:
        log("TypeError", future.done())


asyncio.run(main())

# trace 3.8..
#      0  TypeError False
