"""A group whose children all ended eagerly ends without a hop up to 3.13.0, and with one later."""
# clause: EAGER-14
# level: detail
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(name):
    log(name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log, "queued")
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job(name)) for name in ("a", "b")]
    log([task.result() for task in tasks])
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.12..3.13.0
#      0  a
#      0  b
#      0  ['a', 'b']
#      0  queued

# trace 3.13.18..
#      0  a
#      0  b
#      0  queued
#      0  ['a', 'b']
