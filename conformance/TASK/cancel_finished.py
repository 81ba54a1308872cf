"""Cancelling a finished task returns False and changes nothing."""
# clause: TASK-22
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "result"


async def fail():
    raise ValueError


async def main():
    finished = asyncio.create_task(job())
    failed = asyncio.create_task(fail())
    await asyncio.wait([finished, failed])
    log(finished.cancel(), failed.cancel())
    log(finished.cancelled(), finished.result())
    log(failed.cancelled(), type(failed.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#      0  False False
#      0  False result
#      0  False ValueError
