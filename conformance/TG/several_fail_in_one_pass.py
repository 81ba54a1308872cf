"""Children that fail in one pass all stand among the errors, in the order in which they ended."""
# clause: TG-3
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def fail(future, error):
    await future
    raise error


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(3)]
    try:
        async with asyncio.TaskGroup() as group:
            for future, error in zip(futures, (ValueError(), KeyError(), IndexError())):
                group.create_task(fail(future, error))
            await asyncio.sleep(0)
            for index in (2, 0, 1):
                futures[index].set_result(None)
            await asyncio.sleep(5)
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions])


asyncio.run(main())

# trace 3.11..
#      0  ['IndexError', 'ValueError', 'KeyError']
