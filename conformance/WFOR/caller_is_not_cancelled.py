"""After a timeout the caller goes on as if it had never been cancelled."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError")
    await asyncio.sleep(0.25)
    return "went on"


async def main():
    task = asyncio.create_task(child())
    log(await task, task.cancelled())


asyncio.run(main())

# trace 3.8..
#    250  TimeoutError
#    500  went on False
