"""run inside a running loop of the thread is refused, and runs nothing of the coroutine."""
# clause: RUN-2
# level: documented
# ops: tasks
# divergence: SCHED-19
import asyncio
from scenario import log


async def inner():
    log("never")


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        log(type(error).__name__)
    coroutine.close()
    await asyncio.sleep(0.125)
    log("goes on")


asyncio.run(main())

# trace 3.8..
#      0  RuntimeError
#    125  goes on
