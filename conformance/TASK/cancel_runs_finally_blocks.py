"""A cancelled task runs its finally blocks, from the inside to the outside, and may await in them."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        try:
            await asyncio.sleep(10)
        finally:
            log("inner")
            await asyncio.sleep(0.125)
            log("inner done")
    finally:
        log("outer")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  inner
#    250  inner done
#    250  outer
#    250  True
