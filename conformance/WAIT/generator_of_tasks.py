"""A generator of tasks is accepted from 3.12."""
# clause: WAIT-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    return "result"


async def main():
    tasks = [asyncio.create_task(child())]
    try:
        done, pending = await asyncio.wait(task for task in tasks)
        log(len(done), len(pending))
    except (TypeError, AssertionError):
        log("refused")
    await tasks[0]


asyncio.run(main())

# trace 3.8..3.11
#      0  refused

# trace 3.12..
#      0  1 0
