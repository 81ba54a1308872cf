"""wait without the lock is refused with RuntimeError."""
# clause: COND-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    condition = asyncio.Condition()
    try:
        await condition.wait()
    except RuntimeError as error:
        log(error)          # the text is the clause


asyncio.run(main())

# trace 3.8..
#      0  cannot wait on un-acquired lock
