"""Those that are pending can be waited for again."""
# clause: WAIT-9
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.5, 0.125, 0.25)]
    pending = tasks
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        log([task.result() for task in done], len(pending))


asyncio.run(main())

# trace 3.8..
#    125  [0.125] 2
#    250  [0.25] 1
#    500  [0.5] 0
