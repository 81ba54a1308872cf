"""A coroutine given twice runs once, and its result stands twice."""
# clause: GATHER-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")
    await asyncio.sleep(0.125)
    return "result"


async def main():
    coroutine = child()
    log(await asyncio.gather(coroutine, coroutine))


asyncio.run(main())

# trace 3.8..
#      0  runs
#    125  ['result', 'result']
