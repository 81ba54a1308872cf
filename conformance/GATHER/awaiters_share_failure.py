"""All who await the outer get the exception of the child."""
# clause: GATHER-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def fail():
    await asyncio.sleep(0.125)
    raise ValueError


async def wait_for_it(name, outer):
    try:
        await outer
    except ValueError:
        log(name, "ValueError")


async def main():
    outer = asyncio.gather(fail())
    await asyncio.gather(wait_for_it("first", outer), wait_for_it("second", outer))


asyncio.run(main())

# trace 3.8..
#    125  first ValueError
#    125  second ValueError
