"""A group that has ended cannot be entered again."""
# clause: TG-12
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    async with asyncio.TaskGroup() as group:
        pass
    try:
        async with group:
            log("not reached")
    except RuntimeError:
        log("RuntimeError")


asyncio.run(main())

# trace 3.11..
#      0  RuntimeError
