"""Asynchronous iteration over nothing ends at once."""
# clause: ASC-3
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    async for item in asyncio.as_completed([]):
        log("an item")
    log("end")


asyncio.run(main())

# trace 3.13..
#      0  end
