"""A delay that cannot be compared with a number is refused."""
# clause: SLEEP-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    for wrong in (None, "1"):
        try:
            await asyncio.sleep(wrong)
        except TypeError:
            log("TypeError")


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  TypeError
