"""timeout_at takes a time of the loop."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.25
    try:
        async with asyncio.timeout_at(when) as block:
            log(block.when() == when)
            await asyncio.sleep(5)
    except TimeoutError:
        log("TimeoutError", block.when() == when)


asyncio.run(main())

# trace 3.11..
#      0  True
#    250  TimeoutError True
