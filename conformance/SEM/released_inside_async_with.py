"""Where the body of async with has released the permit, a bounded semaphore refuses the second release at its end."""
# clause: SEM-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.BoundedSemaphore(1)
    try:
        async with semaphore:
            semaphore.release()
            log("body")
    except ValueError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  body
#      0  ValueError
