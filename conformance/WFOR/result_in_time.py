"""A result in time is returned, and the timeout has no effect later."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    return "result"


async def main():
    log(await asyncio.wait_for(child(), 0.5))
    await asyncio.sleep(1)
    log("end")


asyncio.run(main())

# trace 3.8..
#    250  result
#   1250  end
