"""A delay that is no number is refused when the block is made."""
# clause: TMO-8
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        asyncio.timeout("1")
    except TypeError:
        log("TypeError")


asyncio.run(main())

# trace 3.11..
#      0  TypeError
