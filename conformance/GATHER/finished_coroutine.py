"""A coroutine that has run already makes its child fail, not the call."""
# clause: GATHER-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    return "result"


async def main():
    coroutine = child()
    log(await coroutine)
    outer = asyncio.gather(coroutine)
    try:
        await outer
    except RuntimeError:
        log("RuntimeError")


asyncio.run(main())

# trace 3.8..
#      0  result
#      0  RuntimeError
