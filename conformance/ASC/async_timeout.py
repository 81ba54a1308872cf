"""On timeout asynchronous iteration raises TimeoutError."""
# clause: ASC-4
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.125, "quick"))
    slow = asyncio.create_task(asyncio.sleep(0.5, "slow"))
    try:
        async for item in asyncio.as_completed([slow, quick], timeout=0.25):
            log(item.result())
    except asyncio.TimeoutError:
        log("TimeoutError", slow.done())
    log(await slow)


asyncio.run(main())

# trace 3.13..
#    125  quick
#    250  TimeoutError False
#    500  slow
