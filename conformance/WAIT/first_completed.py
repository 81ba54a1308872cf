"""FIRST_COMPLETED returns when one is done, and leaves the others alone."""
# clause: WAIT-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.125, "quick"))
    slow = asyncio.create_task(asyncio.sleep(0.5, "slow"))
    done, pending = await asyncio.wait([slow, quick], return_when=asyncio.FIRST_COMPLETED)
    log(done == {quick}, pending == {slow})
    log(await slow)


asyncio.run(main())

# trace 3.8..
#    125  True True
#    500  slow
