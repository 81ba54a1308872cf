"""A group that was not entered refuses children."""
# clause: TG-11
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    group = asyncio.TaskGroup()
    coroutine = child()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        # The end of the text tells this from other refusals.
        log(str(error).endswith("has not been entered"))
    coroutine.close()


asyncio.run(main())

# trace 3.11..
#      0  True
