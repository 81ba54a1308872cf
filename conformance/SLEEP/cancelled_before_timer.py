"""A timer that fires in the pass of the cancellation changes nothing."""
# clause: SLEEP-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(0.25)
        log("awake")
    except asyncio.CancelledError:
        log("CancelledError")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child())
    loop.call_later(0.25, task.cancel)
    await task


asyncio.run(main())

# trace 3.8..
#    250  CancelledError
