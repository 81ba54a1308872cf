"""Yielding a generator to the loop raises RuntimeError at that place."""
# clause: TASK-9
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def generator():
    yield


class Bad:
    def __await__(self):
        yield generator()


async def main():
    try:
        await Bad()
    except RuntimeError as error:
        # The text is the clause, up to the name of the task.
        log(str(error).split(" in task ")[0])


asyncio.run(main())

# trace 3.8..
#      0  yield was used instead of yield from for generator
