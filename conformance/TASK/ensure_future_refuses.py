"""What cannot be awaited is refused with TypeError."""
# clause: TASK-37
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    for wrong in (None, 42, main, lambda: None):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
