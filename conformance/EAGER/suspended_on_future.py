"""An eager task that awaits a pending future resumes one hop after its completion."""
# clause: EAGER-3
# level: documented
# needs: 3.12
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future):
    log("waits")
    return await future


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    future = loop.create_future()
    task = asyncio.create_task(job(future))
    future.set_result("result")
    loop.call_soon(lambda: log(task.done()))
    log(await task)


asyncio.run(main())

# trace 3.12..
#      0  waits
#      0  True
#      0  result
