"""A coroutine that answers the cancellation by another exception raises it from 3.9, and TimeoutError on 3.8."""
# clause: WFOR-6
# level: documented
# ops: tasks
# divergence: TASK-03
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def main():
    try:
        await asyncio.wait_for(child(), 0.25)
    except (ValueError, asyncio.TimeoutError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8
#    250  TimeoutError

# trace 3.9..
#    250  ValueError
