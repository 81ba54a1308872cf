"""A task runs in a copy of the context in which it was created, made at that moment."""
# clause: CTX-6
# level: documented
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    log(variable.get())
    variable.set("job")
    await asyncio.sleep(0)
    log(variable.get())


async def main():
    variable.set("at creation")
    task = asyncio.create_task(job())
    variable.set("after creation")
    await task
    log(variable.get())


asyncio.run(main())

# trace 3.8..
#      0  at creation
#      0  job
#      0  after creation
