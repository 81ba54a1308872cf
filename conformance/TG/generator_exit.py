"""GeneratorExit as the only error of the body is raised bare in 3.15, and wrapped before."""
# clause: TG-17
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(asyncio.sleep(5))
            raise GeneratorExit
    except BaseException as error:
        log(type(error).__name__, task.cancelled())


asyncio.run(main())

# trace 3.11..3.14
#      0  BaseExceptionGroup True

# trace 3.15..
#      0  GeneratorExit True
