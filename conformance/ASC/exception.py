"""The item of a failed awaitable raises its exception, and iteration goes on."""
# clause: ASC-2
# level: documented
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def fail():
    await asyncio.sleep(0.125)
    raise given


async def main():
    slow = asyncio.create_task(asyncio.sleep(0.25, "slow"))
    for item in asyncio.as_completed([slow, asyncio.create_task(fail())]):
        try:
            log(await item)
        except ValueError as error:
            log("ValueError", error is given)


asyncio.run(main())

# trace 3.8..
#    125  ValueError True
#    250  slow
