"""A task that a task creates begins with what that one had set."""
# clause: CTX-6
# level: documented
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default=0)


async def job(depth):
    variable.set(variable.get() + 1)
    log(variable.get())
    if depth:
        await asyncio.create_task(job(depth - 1))
    log(variable.get())


async def main():
    await asyncio.create_task(job(2))
    log(variable.get())


asyncio.run(main())

# trace 3.8..
#      0  1
#      0  2
#      0  3
#      0  3
#      0  2
#      0  1
#      0  0
