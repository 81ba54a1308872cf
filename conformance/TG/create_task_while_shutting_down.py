"""A group that has failed refuses children while the others clean up."""
# clause: TG-11
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def child(group):
    try:
        await asyncio.sleep(5)
    finally:
        coroutine = fail()
        try:
            group.create_task(coroutine)
        except RuntimeError as error:
            # The end of the text tells this from other refusals.
            log(str(error).endswith("is shutting down"))
        coroutine.close()


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(group))
            group.create_task(fail())
    except ExceptionGroup as error:
        log(len(error.exceptions))


asyncio.run(main())

# trace 3.11..
#      0  True
#      0  1
