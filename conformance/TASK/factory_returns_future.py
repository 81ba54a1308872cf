"""What a task factory returns needs set_name in 3.13 only."""
# clause: TASK-42
# level: detail
# ops: futures, tasks
import asyncio
from scenario import log


async def nothing():
    pass


def factory(loop, coroutine, **keywords):
    coroutine.close()
    future = loop.create_future()
    future.set_result("made by the factory")
    return future


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    try:
        log(await loop.create_task(nothing()))
    except AttributeError as error:
        log(type(error).__name__)
    loop.set_task_factory(None)


asyncio.run(main())

# trace 3.8..3.12 3.14..
#      0  made by the factory

# trace 3.13
#      0  AttributeError
