"""A future under wait_for ends by {OUTCOME} {WHEN}."""
# clause: WFOR-1, WFOR-8, WFOR-10, WFOR-12
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log, pause

WHEN = "soon"  # vary: "before", "soon", "later", "at the timeout"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    loop = asyncio.get_running_loop()
    future = prepare(loop)
    if WHEN == "at the timeout":
        loop.call_soon(pause, 0.5)  # both are due in one pass,
        loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    try:
        log("got", await asyncio.wait_for(future, 0.375))
    except BaseException as error:
        log("raised", type(error).__name__)
    log("cancelled", future.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())
