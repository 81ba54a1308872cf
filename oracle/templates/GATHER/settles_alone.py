"""The only child of gather ends by {OUTCOME} {WHEN}."""
# clause: GATHER-12, GATHER-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "soon"  # vary: "before", "soon", "later"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    try:
        log("gathered", await asyncio.gather(prepare(asyncio.get_running_loop())))
    except BaseException as error:
        log("raised", type(error).__name__)
    await asyncio.sleep(0.25)


asyncio.run(main())
