"""An empty collection is refused."""
# clause: WAIT-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    for empty in ([], set(), ()):
        try:
            await asyncio.wait(empty)
        except ValueError:
            log("ValueError")


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  ValueError
#      0  ValueError
