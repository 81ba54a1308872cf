"""A group cannot be entered where no loop runs."""
# clause: TG-18
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def enter():
    async with asyncio.TaskGroup():
        log("not reached")


try:
    enter().send(None)
except RuntimeError:
    log("RuntimeError")

# trace 3.11..
#      0  RuntimeError
