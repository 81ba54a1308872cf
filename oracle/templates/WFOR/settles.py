"""A future under wait_for ends by {OUTCOME} {WHEN}."""
# clause: WFOR-1, WFOR-8, WFOR-10, WFOR-12
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "soon"  # vary: "before", "soon", "later", "at the timeout"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    future = prepare(asyncio.get_running_loop())
    try:
        log("got", await asyncio.wait_for(future, 0.25))
    except BaseException as error:
        log("raised", type(error).__name__)
    log("cancelled", future.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())
