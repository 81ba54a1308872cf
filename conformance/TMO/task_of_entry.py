"""The task that enters is the one that is cancelled, not the one that made the block."""
# clause: TMO-9
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child(block):
    try:
        async with block:
            await asyncio.sleep(5)
    except TimeoutError:
        log("child:", "TimeoutError")


async def main():
    block = asyncio.timeout(0.25)
    await asyncio.create_task(child(block))
    log("main goes on")


asyncio.run(main())

# trace 3.11..
#    250  child: TimeoutError
#    250  main goes on
