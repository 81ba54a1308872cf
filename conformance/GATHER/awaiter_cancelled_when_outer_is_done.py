"""A task that is cancelled when the outer is done, but before it goes on, is cancelled."""
# clause: GATHER-10
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(outer):
    log(await outer)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    outer = asyncio.gather(future)
    task = asyncio.create_task(wait_for_it(outer))
    await asyncio.sleep(0)
    future.set_result("result")
    await asyncio.sleep(0)
    log(outer.done(), task.cancel())
    await asyncio.wait([task])
    log(task.cancelled(), outer.result())


asyncio.run(main())

# trace 3.8..
#      0  True True
#      0  True ['result']
