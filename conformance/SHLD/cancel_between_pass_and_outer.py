"""A task that is cancelled in the pass in which the inner future completes is cancelled."""
# clause: SHLD-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(inner):
    log(await asyncio.shield(inner))


async def main():
    inner = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(0)
    inner.set_result("result")
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled(), inner.result())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True result
