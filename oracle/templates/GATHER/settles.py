"""A child of gather ends by {OUTCOME} {WHEN} (return_exceptions={COLLECT})."""
# clause: GATHER-12, GATHER-5, GATHER-7, GATHER-8, GATHER-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

COLLECT = False  # vary: False, True
WHEN = "soon"  # vary: "before", "soon", "later"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    loop = asyncio.get_running_loop()
    future = prepare(loop)
    other = asyncio.create_task(asyncio.sleep(0.25, "other"))
    try:
        outer = asyncio.gather(future, other, return_exceptions=COLLECT)
        log("gathered", [show(value) for value in await outer])
    except BaseException as error:
        log("raised", type(error).__name__, outer.cancelled(), other.done())
    log("other", await other)
    await asyncio.sleep(0.25)


asyncio.run(main())
