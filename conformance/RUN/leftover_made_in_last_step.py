"""A task that main made in its last step still has its first step, and is cancelled then."""
# clause: RUN-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("starts")
    try:
        await asyncio.sleep(10)
    finally:
        log("cancelled")


async def main():
    return asyncio.create_task(job())


log(asyncio.run(main()).cancelled())

# trace 3.8..
#      0  starts
#      0  cancelled
#      0  True
