"""Coroutines in front of an argument that is refused run all the same."""
# clause: GATHER-16
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    try:
        asyncio.gather(child(), 1)
    except TypeError:
        log("TypeError")
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  runs
