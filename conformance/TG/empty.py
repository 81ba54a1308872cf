"""An empty group takes no hop."""
# clause: TG-13
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "queued")
    async with asyncio.TaskGroup():
        log("body")
    log("block ends")
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.11..
#      0  body
#      0  block ends
#      0  queued
