"""A delay that is no number is refused."""
# clause: SLEEP-4
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        await asyncio.sleep(float("nan"))
    except ValueError:
        log("ValueError")


asyncio.run(main())

# trace 3.13..
#      0  ValueError
