"""The done callback of a task can cancel other tasks, and no longer its own."""
# clause: TASK-22
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(seconds):
    await asyncio.sleep(seconds)


async def main():
    short = asyncio.create_task(job(0.125))
    long = asyncio.create_task(job(10))
    short.add_done_callback(lambda done: log(done.cancel(), long.cancel()))
    await asyncio.wait([short, long])
    log(short.cancelled(), long.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  False True
#    125  False True
