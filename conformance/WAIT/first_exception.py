"""FIRST_EXCEPTION returns when one fails, not when others return."""
# clause: WAIT-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def fail():
    await asyncio.sleep(0.25)
    raise ValueError


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.125, "quick"))
    failing = asyncio.create_task(fail())
    slow = asyncio.create_task(asyncio.sleep(0.5, "slow"))
    done, pending = await asyncio.wait([quick, failing, slow], return_when=asyncio.FIRST_EXCEPTION)
    log(done == {quick, failing}, pending == {slow})
    log(await slow)


asyncio.run(main())

# trace 3.8..
#    250  True True
#    500  slow
