"""A gather whose children all ended eagerly is done when it returns."""
# clause: EAGER-12
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(number):
    return number


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log, "queued")
    gathered = asyncio.gather(job(1), job(2))
    log(gathered.done())
    log(await gathered)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.12..
#      0  True
#      0  [1, 2]
#      0  queued
