"""A bounded semaphore that begins at zero can never be released."""
# clause: SEM-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.BoundedSemaphore(0)
    log(semaphore.locked())
    try:
        semaphore.release()
    except ValueError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  ValueError
