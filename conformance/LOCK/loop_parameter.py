"""The parameter loop is there in 3.8 and 3.9, and refused with TypeError from 3.10."""
# clause: LOCK-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    for kind in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore,
                 asyncio.BoundedSemaphore):
        try:
            kind(loop=loop)
            log("made")
        except TypeError as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.8..3.9
#      0  made
#      0  made
#      0  made
#      0  made
#      0  made

# trace 3.10..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
