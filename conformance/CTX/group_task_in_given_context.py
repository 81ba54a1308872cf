"""A task of a group may be given a context, too."""
# clause: CTX-7
# level: documented
# needs: 3.11
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    log(variable.get())
    variable.set("job")


async def main():
    context = contextvars.copy_context()
    context.run(variable.set, "given")
    async with asyncio.TaskGroup() as group:
        group.create_task(job(), context=context)
    log(variable.get(), context[variable])


asyncio.run(main())

# trace 3.11..
#      0  given
#      0  default job
