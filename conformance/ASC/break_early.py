"""Leaving the iteration leaves the awaitables running."""
# clause: ASC-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    slow = asyncio.create_task(asyncio.sleep(0.25, "slow"))
    quick = asyncio.create_task(asyncio.sleep(0.125, "quick"))
    for item in asyncio.as_completed([slow, quick]):
        log(await item)
        break
    log(slow.done())
    log(await slow)


asyncio.run(main())

# trace 3.8..
#    125  quick
#    125  False
#    250  slow
