"""With return_exceptions a cancelled child stands among the results as a CancelledError, whose arguments depend on the version."""
# clause: GATHER-9
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.gather(task, asyncio.sleep(0.125, "result"), return_exceptions=True)
    await asyncio.sleep(0)
    task.cancel()
    error, result = await outer
    log(type(error).__name__, error.args, result)


asyncio.run(main())

# trace 3.8
#    125  CancelledError () result

# trace 3.9..
#    125  CancelledError ('',) result
