"""A callback may give the block another deadline."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.25) as block:
            loop.call_later(0.125, lambda: block.reschedule(loop.time() + 0.5))
            await asyncio.sleep(5)
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#    625  TimeoutError
