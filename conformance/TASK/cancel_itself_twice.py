"""Two cancels during the own step give one CancelledError, with the message of the last."""
# clause: TASK-23
# level: defacto
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def job():
    asyncio.current_task().cancel("first")
    asyncio.current_task().cancel("last")
    for attempt in range(2):
        try:
            await asyncio.sleep(0.125)
            log("slept")
        except asyncio.CancelledError as error:
            log(error.args)


async def main():
    await asyncio.create_task(job())


asyncio.run(main())

# trace 3.9..
#      0  ('last',)
#    125  slept
