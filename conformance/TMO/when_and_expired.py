"""when() and expired() can be asked before, in and after the block."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    block = asyncio.timeout(0.5)
    log(round(block.when() - start, 1), block.expired())
    await asyncio.sleep(0.125)
    try:
        async with block:
            log(round(block.when() - start, 1), block.expired())
            await asyncio.sleep(5)
    except TimeoutError:
        log(round(block.when() - start, 1), block.expired())


asyncio.run(main())

# trace 3.11..
#      0  0.5 False
#    125  0.5 False
#    500  0.5 True
