"""Yielding a future without awaiting it raises RuntimeError at that place."""
# clause: TASK-9
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


class Bad:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        yield self.future


async def main():
    loop = asyncio.get_running_loop()
    try:
        await Bad(loop.create_future())
    except RuntimeError as error:
        # The text is the clause, up to the name of the task.
        log(str(error).split(" in task ")[0])


asyncio.run(main())

# trace 3.8..
#      0  yield was used instead of yield from
