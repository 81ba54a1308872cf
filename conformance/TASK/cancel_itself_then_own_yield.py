"""A task that cancels itself is given CancelledError at a bare yield, too."""
# clause: TASK-20
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Hop:
    def __await__(self):
        yield


async def main():
    asyncio.current_task().cancel()
    asyncio.get_running_loop().call_soon(log, "queued")
    try:
        await Hop()
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.8..
#      0  queued
#      0  cancelled
