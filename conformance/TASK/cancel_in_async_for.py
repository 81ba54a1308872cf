"""A task that waits in async for is interrupted inside the iterator."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Numbers:
    def __init__(self):
        self.number = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            await asyncio.sleep(0.125)
        except asyncio.CancelledError:
            log("inside the iterator")
            raise
        self.number += 1
        return self.number


async def job():
    async for number in Numbers():
        log(number)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.25)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  1
#    250  2
#    250  inside the iterator
#    250  True
