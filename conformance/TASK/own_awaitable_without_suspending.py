"""An object whose iterator ends at once gives nobody else a turn."""
# clause: TASK-43
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Awaitable:
    def __await__(self):
        return iter(())


async def main():
    asyncio.get_running_loop().call_soon(log, "queued")
    log(await Awaitable())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  None
#      0  queued
