"""On timeout each item that is left raises TimeoutError, and nothing is cancelled."""
# clause: ASC-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.125, "quick"))
    slow = asyncio.create_task(asyncio.sleep(0.5, "slow"))
    slower = asyncio.create_task(asyncio.sleep(1, "slower"))
    for item in asyncio.as_completed([slow, quick, slower], timeout=0.25):
        try:
            log(await item)
        except asyncio.TimeoutError:
            log("TimeoutError")
    log(slow.done(), slower.done())
    log(await slow, await slower)


asyncio.run(main())

# trace 3.8..
#    125  quick
#    250  TimeoutError
#    250  TimeoutError
#    250  False False
#   1000  slow slower
