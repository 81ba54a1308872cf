"""One of two futures that are waited for until {MODE} ends by {OUTCOME} {WHEN}."""
# clause: WAIT-5, WAIT-7, WAIT-8
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log

MODE = "ALL_COMPLETED"  # vary: "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
WHEN = "soon"  # vary: "before", "soon", "later"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    future = prepare(asyncio.get_running_loop())
    other = asyncio.create_task(asyncio.sleep(0.25, "other"))
    done, pending = await asyncio.wait([future, other], return_when=MODE)
    log("future", future in done, "other", other in done, "pending", len(pending))
    if not future.cancelled():
        log(future.exception() is None)
    log(await other)
    await asyncio.sleep(0.125)


asyncio.run(main())
