"""A TimeoutError of the body itself passes unchanged."""
# clause: TMO-13
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

given = TimeoutError("given")


async def main():
    try:
        async with asyncio.timeout(5) as block:
            raise given
    except TimeoutError as error:
        log(error is given, block.expired())


asyncio.run(main())

# trace 3.11..
#      0  True False
