"""A message that a task gives to its own cancel is delivered at the next suspension."""
# clause: TASK-27
# level: documented
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def main():
    asyncio.current_task().cancel("own message")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        log(error.args)


asyncio.run(main())

# trace 3.9..
#      0  ('own message',)
