"""What cannot be awaited is refused."""
# clause: SHLD-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    for wrong in (1, None, [asyncio.get_running_loop().create_future()]):
        try:
            asyncio.shield(wrong)
        except TypeError:
            log("TypeError")


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
