"""A plain with is refused, by another kind of exception in 3.8, in 3.9 and 3.10, and from 3.11."""
# clause: LOCK-10
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def main():
    for kind in (asyncio.Lock, asyncio.Condition, asyncio.Semaphore):
        try:
            with kind():
                log("never")
        except (AttributeError, RuntimeError, TypeError) as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.8
#      0  RuntimeError
#      0  RuntimeError
#      0  RuntimeError

# trace 3.9..3.10
#      0  AttributeError
#      0  AttributeError
#      0  AttributeError

# trace 3.11..
#      0  TypeError
#      0  TypeError
#      0  TypeError
