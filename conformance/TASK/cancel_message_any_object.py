"""The message may be any object."""
# clause: TASK-27
# level: documented
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


class Message:
    pass


async def main():
    message = Message()
    task = asyncio.current_task()
    task.cancel(message)
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        log(error.args[0] is message)


asyncio.run(main())

# trace 3.9..
#      0  True
