"""A future in a timeout ends by {OUTCOME} {WHEN}."""
# clause: TMO-1, TMO-2
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause

WHEN = "soon"  # vary: "before", "soon", "later", "at the timeout"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    future = prepare(loop)
    if WHEN == "at the timeout":
        loop.call_soon(pause, 0.5)  # both are due in one pass,
        loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    try:
        async with asyncio.timeout(0.375) as block:
            log("got", await future)
    except BaseException as error:
        log("raised", type(error).__name__)
    log("expired", block.expired(), "cancelling", task.cancelling(), "future", future.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())
