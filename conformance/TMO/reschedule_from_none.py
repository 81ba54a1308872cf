"""A block without a deadline can be given one."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as block:
            await asyncio.sleep(0.25)
            block.reschedule(loop.time() + 0.25)
            await asyncio.sleep(5)
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#    500  TimeoutError
