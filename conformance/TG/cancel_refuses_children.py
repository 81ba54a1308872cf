"""A group that was cancelled refuses children."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    async with asyncio.TaskGroup() as group:
        group.cancel()
        try:
            group.create_task(child())
        except RuntimeError as error:
            # The end of the text is what tells.
            log(str(error).endswith("is shutting down"))


asyncio.run(main())

# trace 3.15..
#      0  True
