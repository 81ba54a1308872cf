"""A gather of which a child failed eagerly has failed when it returns."""
# clause: EAGER-12
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(number):
    if number == 2:
        raise ValueError
    await asyncio.sleep(0)
    return number


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    gathered = asyncio.gather(job(1), job(2), job(3))
    log(gathered.done(), type(gathered.exception()).__name__)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.12..
#      0  True ValueError
