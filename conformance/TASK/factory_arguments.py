"""What a task factory is given by keyword differs between versions."""
# clause: TASK-45
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def nothing():
    pass


def factory(loop, coroutine, **keywords):
    log(sorted(keywords))
    return asyncio.Task(coroutine, loop=loop, **keywords)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    await loop.create_task(nothing())
    await asyncio.create_task(nothing())
    named = loop.create_task(nothing(), name="named")
    log(named.get_name())
    await named
    loop.set_task_factory(None)


asyncio.run(main())

# trace 3.8..3.13
#      0  []
#      0  []
#      0  []
#      0  named

# trace 3.14..
#      0  []
#      0  []
#      0  ['name']
#      0  named
