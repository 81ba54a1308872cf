"""notify and notify_all without the lock are refused with RuntimeError."""
# clause: COND-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    condition = asyncio.Condition()
    for notify in (condition.notify, condition.notify_all):
        try:
            notify()
        except RuntimeError as error:
            log(error)      # the text is the clause


asyncio.run(main())

# trace 3.8..
#      0  cannot notify on un-acquired lock
#      0  cannot notify on un-acquired lock
