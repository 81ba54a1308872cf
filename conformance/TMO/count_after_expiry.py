"""After a block that expired the task is not being cancelled."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.25):
            try:
                await asyncio.sleep(5)
            finally:
                log(asyncio.current_task().cancelling())
    except TimeoutError:
        log(asyncio.current_task().cancelling())
    await asyncio.sleep(0.25)
    log("goes on")


asyncio.run(main())

# trace 3.11..
#    250  1
#    250  0
#    500  goes on
