"""A shielded future ends by {OUTCOME} {WHEN}."""
# clause: SHLD-1, SHLD-2, SHLD-3
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
    log("the same", outer is future)
    try:
        log("got", await outer)
    except BaseException as error:
        log("raised", type(error).__name__, outer.cancelled(), future.cancelled())
    await asyncio.sleep(0.25)


asyncio.run(main())
