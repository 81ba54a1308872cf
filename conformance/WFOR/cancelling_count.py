"""After a timeout the count of cancellations of the caller is what it was."""
# clause: WFOR-17
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.current_task()
    for timeout in (0.25, 0):
        try:
            await asyncio.wait_for(asyncio.sleep(5), timeout)
        except TimeoutError:
            log("TimeoutError", task.cancelling())


asyncio.run(main())

# trace 3.11..
#    250  TimeoutError 0
#    250  TimeoutError 0
