"""One of two futures whose results are taken as they come ends by {OUTCOME} {WHEN}."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log

WHEN = "soon"  # vary: "before", "soon", "later"
OUTCOME = "result"  # vary: "result", "exception", "cancelled"


# insert: prepared.py


async def main():
    future = prepare(asyncio.get_running_loop())
    other = asyncio.create_task(asyncio.sleep(0.25, "other"))
    for step in asyncio.as_completed([future, other]):
        try:
            log("next", await step)
        except BaseException as error:
            log("next raised", type(error).__name__)
    await asyncio.sleep(0.125)


asyncio.run(main())
