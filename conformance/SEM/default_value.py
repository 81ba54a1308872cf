"""The initial value is one where none is given."""
# clause: SEM-1, SEM-9
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    for semaphore in (asyncio.Semaphore(), asyncio.BoundedSemaphore()):
        async with semaphore as value:
            log(value, semaphore.locked())
        log(semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  None True
#      0  False
#      0  None True
#      0  False
