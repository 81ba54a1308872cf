"""A future in a timeout ends by {OUTCOME} {WHEN}."""
# clause: TMO-1, TMO-2
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "soon"  # vary: "before", "soon", "later", "at the timeout"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    task = asyncio.current_task()
    future = prepare(asyncio.get_running_loop())
    try:
        async with asyncio.timeout(0.25) as block:
            log("got", await future)
    except BaseException as error:
        log("raised", type(error).__name__)
    log("expired", block.expired(), "cancelling", task.cancelling(), "future", future.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())
