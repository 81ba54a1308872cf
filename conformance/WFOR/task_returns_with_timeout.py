"""A task that returns in the pass of the timeout, before it, keeps its result though the caller has TimeoutError from 3.12."""
# clause: WFOR-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def child(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(child(future))

    def slow():
        future.set_result("result")
        pause(0.5)

    loop.call_later(0.125, slow)
    try:
        log(await asyncio.wait_for(task, 0.25))
    except asyncio.TimeoutError:
        log("TimeoutError", task.result())


asyncio.run(main())

# trace 3.8..3.11
#    625  result

# trace 3.12..
#    625  TimeoutError result
