"""Coroutines become tasks at the first item up to 3.12, and at the call from 3.13."""
# clause: ASC-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("starts")
    return "result"


async def main():
    items = asyncio.as_completed([child()])
    log("called")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log("asks")
    for item in items:
        log(await item)


asyncio.run(main())

# trace 3.8..3.12
#      0  called
#      0  asks
#      0  starts
#      0  result

# trace 3.13..
#      0  called
#      0  starts
#      0  asks
#      0  result
