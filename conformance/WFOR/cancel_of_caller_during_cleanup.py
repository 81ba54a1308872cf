"""A cancellation of the caller while the coroutine cleans up after the timeout ends the call at once up to 3.11, and reaches the coroutine from 3.12."""
# clause: WFOR-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        log("cleans up")
        try:
            await asyncio.sleep(1)
            log("cleaned up")
        except asyncio.CancelledError:
            log("cancelled again")
            raise


async def main():
    task = asyncio.create_task(asyncio.wait_for(child(), 0.25))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except (asyncio.CancelledError, asyncio.TimeoutError) as error:
        log(type(error).__name__)
    await asyncio.sleep(1)


asyncio.run(main())

# trace 3.8..3.11
#    250  cleans up
#    500  CancelledError
#   1250  cleaned up

# trace 3.12..
#    250  cleans up
#    500  cancelled again
#    500  CancelledError
