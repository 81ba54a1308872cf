"""A group that has ended refuses children."""
# clause: TG-11
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    async with asyncio.TaskGroup() as group:
        pass
    coroutine = child()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        # The end of the text tells this from other refusals.
        log(str(error).endswith("is finished"))
    coroutine.close()


asyncio.run(main())

# trace 3.11..
#      0  True
