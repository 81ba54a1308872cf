"""A future whose shield was cancelled ends by {OUTCOME} {WHEN}."""
# clause: SHLD-1, SHLD-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "soon"  # vary: "before", "soon", "later"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    future = prepare(asyncio.get_running_loop())
    outer = asyncio.shield(future)
    log("cancel", outer.cancel())
    try:
        log("got", await outer)
    except BaseException as error:
        log("raised", type(error).__name__)
    await asyncio.sleep(0.25)
    log(future.cancelled() or show(future.exception()))


asyncio.run(main())
