"""An exception of the body passes unchanged."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def main():
    try:
        async with asyncio.timeout(0.5) as block:
            raise given
    except ValueError as error:
        log(error is given, block.expired())


asyncio.run(main())

# trace 3.11..
#      0  True False
