"""A context that create_task is given is passed on to the task factory."""
# clause: TASK-15
# level: documented
# needs: 3.11
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log


async def nothing():
    pass


def factory(loop, coroutine, **keywords):
    log(type(keywords["context"]).__name__)
    return asyncio.Task(coroutine, loop=loop, **keywords)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    await loop.create_task(nothing(), context=contextvars.copy_context())
    loop.set_task_factory(None)


asyncio.run(main())

# trace 3.11..
#      0  Context
