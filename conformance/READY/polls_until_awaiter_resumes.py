"""A future's awaiter goes on in the pass after the one that completes the future, one poll later."""
# clause: READY-20, TASK-5
# level: detail
# ops: futures, tasks, polls
import asyncio
from scenario import log, polls


async def wait_for(future):
    log("waits", polls())
    log(await future, polls())


def complete(future):
    log("completes", polls())
    future.set_result("resumed")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    log("creates", polls())
    task = asyncio.create_task(wait_for(future))
    loop.call_soon(loop.call_soon, complete, future)
    log("awaits", polls())
    await task
    log("awaited", polls())
    await future
    log("no hop for a done one", polls())


asyncio.run(main())

# trace 3.8..
#      0  creates 1
#      0  awaits 1
#      0  waits 2
#      0  completes 3
#      0  resumed 4
#      0  awaited 5
#      0  no hop for a done one 5
