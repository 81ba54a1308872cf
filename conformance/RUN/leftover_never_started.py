"""A left-over task that has not begun runs nothing of its body."""
# clause: RUN-5, STOP-1
# level: defacto
# ops: tasks
# divergence: SCHED-01
import asyncio
from scenario import log


async def job():
    log("never")


async def maker():
    made.append(asyncio.create_task(job()))


async def main():
    asyncio.create_task(maker())


made = []
asyncio.run(main())
log(made[0].cancelled())

# trace 3.8..
#      0  True
