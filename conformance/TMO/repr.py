"""The repr tells the state, and in an active block the deadline."""
# clause: TMO-11
# level: detail
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    block = asyncio.timeout_at(loop.time() + 1000)
    log(repr(block))
    async with block:
        log("<Timeout [active] when=" in repr(block))
        block.reschedule(None)
        log(repr(block))
    log(repr(block))
    try:
        async with asyncio.timeout(0.125) as block:
            try:
                await asyncio.sleep(5)
            finally:
                log(repr(block))
    except TimeoutError:
        log(repr(block))


asyncio.run(main())

# trace 3.11..
#      0  <Timeout [created]>
#      0  True
#      0  <Timeout [active] when=None>
#      0  <Timeout [finished]>
#    125  <Timeout [expiring]>
#    125  <Timeout [expired]>
