"""acquire, release and locked of a condition are those of its lock."""
# clause: COND-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock)
    log(await condition.acquire(), lock.locked())
    lock.release()
    log(condition.locked())
    await lock.acquire()
    condition.release()
    log(lock.locked())
    try:
        condition.release()
    except RuntimeError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  True True
#      0  False
#      0  False
#      0  RuntimeError
