"""Several tasks may wait for the same futures, and one that is cancelled does not disturb the others."""
# clause: WAIT-9
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(name, future):
    done, pending = await asyncio.wait([future])
    log(name, len(done), len(pending))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(wait_for_it(name, future)) for name in ("a", "b", "c")]
    await asyncio.sleep(0.125)
    tasks[1].cancel()
    await asyncio.sleep(0.125)
    future.set_result(None)
    await asyncio.sleep(0.125)
    log([task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#    250  a 1 0
#    250  c 1 0
#    375  [False, True, False]
