"""What cannot be awaited is refused at the call."""
# clause: GATHER-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    for wrong in (1, "text", None):
        try:
            asyncio.gather(wrong)
        except TypeError:
            log("TypeError")


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
