"""A block can be given another deadline, later or earlier, while its body runs."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    async with asyncio.timeout(0.25) as block:
        block.reschedule(start + 1)
        await asyncio.sleep(0.5)
        log("later", block.when() == start + 1)
    try:
        async with asyncio.timeout(5) as block:
            block.reschedule(loop.time() + 0.25)
            await asyncio.sleep(5)
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#    500  later True
#    750  TimeoutError
