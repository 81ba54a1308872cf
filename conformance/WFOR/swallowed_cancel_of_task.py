"""A task that swallows the cancellation of the timeout gives its result from 3.9, and TimeoutError on 3.8."""
# clause: WFOR-5
# level: documented
# ops: tasks
# divergence: TASK-03
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.25)
    return "result"


async def main():
    task = asyncio.create_task(child())
    try:
        log(await asyncio.wait_for(task, 0.25))
    except asyncio.TimeoutError:
        log("TimeoutError", task.result())


asyncio.run(main())

# trace 3.8
#    500  TimeoutError result

# trace 3.9..
#    500  result
