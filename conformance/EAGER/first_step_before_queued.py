"""The eager step runs ahead of what is queued."""
# clause: EAGER-1
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(name):
    log(name, 1)
    await asyncio.sleep(0)
    log(name, 2)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log, "queued before")
    first = asyncio.create_task(job("first"))
    loop.call_soon(log, "queued between")
    second = asyncio.create_task(job("second"))
    loop.call_soon(log, "queued after")
    await first
    await second


asyncio.run(main())

# trace 3.12..
#      0  first 1
#      0  second 1
#      0  queued before
#      0  first 2
#      0  queued between
#      0  second 2
#      0  queued after
