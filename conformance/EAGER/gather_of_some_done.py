"""A gather of which some children suspended is done one hop after the last of them."""
# clause: EAGER-12
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(number):
    for hop in range(number):
        await asyncio.sleep(0)
    return number


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    gathered = asyncio.gather(job(0), job(2), job(1))
    log(gathered.done())
    log(await gathered)


asyncio.run(main())

# trace 3.12..
#      0  False
#      0  [0, 2, 1]
