"""On timeout the call returns, without raising and without cancelling anything."""
# clause: WAIT-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.125, "quick"))
    slow = asyncio.create_task(asyncio.sleep(0.5, "slow"))
    done, pending = await asyncio.wait([quick, slow], timeout=0.25)
    log(done == {quick}, pending == {slow})
    log(await slow)


asyncio.run(main())

# trace 3.8..
#    250  True True
#    500  slow
