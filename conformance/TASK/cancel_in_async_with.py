"""A cancelled task leaves its async with blocks, whose __aexit__ is told and may await."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Manager:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        log(self.name, "enter")

    async def __aexit__(self, kind, error, traceback):
        log(self.name, "exit", kind.__name__)
        await asyncio.sleep(0.125)
        log(self.name, "left")


async def job():
    async with Manager("outer"):
        async with Manager("inner"):
            await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  outer enter
#      0  inner enter
#    125  inner exit CancelledError
#    250  inner left
#    250  outer exit CancelledError
#    375  outer left
#    375  True
