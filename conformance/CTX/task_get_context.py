"""A task tells the context in which it runs, be it given or a copy."""
# clause: CTX-12
# level: documented
# needs: 3.12
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    variable.set("job")


async def main():
    given = contextvars.copy_context()
    task = asyncio.create_task(job(), context=given)
    log(task.get_context() is given)
    other = asyncio.create_task(job())
    await task
    await other
    log(other.get_context()[variable], variable.get())


asyncio.run(main())

# trace 3.12..
#      0  True
#      0  job default
