"""An initial value below zero is refused with ValueError."""
# clause: SEM-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    for kind in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        try:
            kind(-1)
        except ValueError as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  ValueError
