"""The outer future has the result of what is shielded."""
# clause: SHLD-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    return "result"


async def main():
    log(await asyncio.shield(child()))


asyncio.run(main())

# trace 3.8..
#    250  result
