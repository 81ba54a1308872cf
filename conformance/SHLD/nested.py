"""A shield of a shield protects as one."""
# clause: SHLD-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    inner = asyncio.create_task(asyncio.sleep(0.25, "result"))
    middle = asyncio.shield(inner)
    outer = asyncio.shield(middle)
    await asyncio.sleep(0)
    outer.cancel()
    log(outer.cancelled(), middle.cancelled(), inner.cancelled())
    log(await middle)


asyncio.run(main())

# trace 3.8..
#      0  True False False
#    250  result
