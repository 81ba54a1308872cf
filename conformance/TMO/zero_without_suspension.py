"""A body that never suspends is not interrupted."""
# clause: TMO-2
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("result")
    async with asyncio.timeout(0) as block:
        log(await done)
    log(block.expired())
    await asyncio.sleep(0.125)
    log("end", block.expired())


asyncio.run(main())

# trace 3.11..
#      0  result
#      0  False
#    125  end False
