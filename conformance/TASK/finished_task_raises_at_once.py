"""Awaiting a failed or cancelled task raises without a hop."""
# clause: TASK-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def fail(error):
    raise error


async def main():
    tasks = [asyncio.create_task(fail(ValueError())),
             asyncio.create_task(fail(asyncio.CancelledError()))]
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(log, "queued")
    for task in tasks:
        try:
            await task
        except (ValueError, asyncio.CancelledError) as error:
            log(type(error).__name__)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  CancelledError
#      0  queued
