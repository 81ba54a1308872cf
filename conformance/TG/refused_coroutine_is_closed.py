"""A refused coroutine is closed from 3.13; before, it is as it was."""
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
    except RuntimeError:
        log("refused")
    try:
        await coroutine
    except RuntimeError:
        log("closed")


asyncio.run(main())

# trace 3.11..3.12
#      0  refused
#      0  runs

# trace 3.13..
#      0  refused
#      0  closed
