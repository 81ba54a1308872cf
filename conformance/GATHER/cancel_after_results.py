"""Cancelling an outer that has its results answers False."""
# clause: GATHER-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    outer = asyncio.gather(asyncio.sleep(0, "a"), asyncio.sleep(0, "b"))
    await outer
    log(outer.cancel(), outer.result())


asyncio.run(main())

# trace 3.8..
#      0  False ['a', 'b']
