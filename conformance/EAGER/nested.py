"""Eager tasks that create eager tasks run like calls."""
# clause: EAGER-1, EAGER-4
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(depth):
    name = asyncio.current_task()
    log("in", depth)
    if depth:
        await asyncio.create_task(job(depth - 1))
    log("out", depth, asyncio.current_task() is name)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log, "queued")
    await asyncio.create_task(job(3))
    log("done")
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.12..
#      0  in 3
#      0  in 2
#      0  in 1
#      0  in 0
#      0  out 0 True
#      0  out 1 True
#      0  out 2 True
#      0  out 3 True
#      0  done
#      0  queued
