"""wait_for without the lock is refused only where it has to wait."""
# clause: COND-10, COND-7
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    condition = asyncio.Condition()
    log(await condition.wait_for(lambda: True))
    try:
        await condition.wait_for(lambda: False)
    except RuntimeError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  RuntimeError
