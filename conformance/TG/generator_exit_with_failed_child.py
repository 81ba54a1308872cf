"""GeneratorExit of the body together with a failed child is wrapped."""
# clause: TG-17
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0)
            raise GeneratorExit
    except BaseException as error:
        log(type(error).__name__, len(error.exceptions))


asyncio.run(main())

# trace 3.11..
#      0  BaseExceptionGroup 2
