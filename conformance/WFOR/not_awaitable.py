"""What cannot be awaited is refused."""
# clause: WFOR-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    for wrong in (1, None):
        for timeout in (0, 1, None):
            try:
                await asyncio.wait_for(wrong, timeout)
            except TypeError:
                log("TypeError")


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
