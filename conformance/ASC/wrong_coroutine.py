"""A single coroutine is refused, and not started."""
# clause: ASC-6
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    coroutine = child()
    try:
        next(asyncio.as_completed(coroutine))
    except TypeError:
        log("TypeError")
    coroutine.close()


asyncio.run(main())

# trace 3.8..
#      0  TypeError
