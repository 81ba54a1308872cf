"""An item that cannot be awaited is refused."""
# clause: ASC-6
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        next(asyncio.as_completed([1]))
    except TypeError:
        log("TypeError")


asyncio.run(main())

# trace 3.8..
#      0  TypeError
