"""Whatever can be awaited can be waited for."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Awaitable:
    def __await__(self):
        yield
        return "result"


async def main():
    log(await asyncio.wait_for(Awaitable(), 0.5))


asyncio.run(main())

# trace 3.8..
#      0  result
