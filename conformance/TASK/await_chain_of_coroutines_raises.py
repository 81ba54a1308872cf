"""An exception climbs through coroutines that await each other in one step, and each may handle it."""
# clause: TASK-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def nested(depth):
    try:
        if depth == 0:
            await asyncio.sleep(0)
            raise ValueError("deep")
        await nested(depth - 1)
    except ValueError as error:
        log("level", depth)
        if depth == 2:
            raise KeyError("other") from error
        raise
    finally:
        log("leaves", depth)


async def main():
    asyncio.get_running_loop().call_soon(log, "queued")
    try:
        await nested(3)
    except KeyError as error:
        log(type(error.__cause__).__name__, error.__cause__ is error.__context__)


asyncio.run(main())

# trace 3.8..
#      0  queued
#      0  level 0
#      0  leaves 0
#      0  level 1
#      0  leaves 1
#      0  level 2
#      0  leaves 2
#      0  leaves 3
#      0  ValueError True
