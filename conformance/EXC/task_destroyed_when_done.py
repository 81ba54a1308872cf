"""A task that is done is destroyed silently."""
# clause: EXC-13
# level: documented
# ops: handler, tasks
import asyncio
from scenario import collect, log


async def job(hops):
    await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda which, context: log("reported"))
    finished = asyncio.create_task(job(0))
    cancelled = asyncio.create_task(job(10))
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.wait([finished, cancelled])
    del finished, cancelled
    collect()
    log("silent")


asyncio.run(main())

# trace 3.8..
#      0  silent
