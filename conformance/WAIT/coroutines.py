"""Coroutines in the collection run as tasks up to 3.10 and are refused from 3.11."""
# clause: WAIT-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    coroutine = child()
    try:
        done, pending = await asyncio.wait([coroutine])
        log(len(done), len(pending))
    except TypeError:
        log("TypeError")
        coroutine.close()


asyncio.run(main())

# trace 3.8..3.10
#      0  runs
#      0  1 0

# trace 3.11..
#      0  TypeError
