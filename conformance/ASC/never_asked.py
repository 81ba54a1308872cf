"""Coroutines nobody asks an item of run all the same from 3.13."""
# clause: ASC-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    coroutine = child()
    items = asyncio.as_completed([coroutine])
    await asyncio.sleep(0.125)
    log("end")
    coroutine.close()


asyncio.run(main())

# trace 3.8..3.12
#    125  end

# trace 3.13..
#      0  runs
#    125  end
