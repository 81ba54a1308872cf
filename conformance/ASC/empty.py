"""Nothing gives no items."""
# clause: ASC-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    for item in asyncio.as_completed([]):
        log("an item")
    log("end")


asyncio.run(main())

# trace 3.8..
#      0  end
