"""The eager step of a task created inside another context has a copy of that."""
# clause: EAGER-5
# level: defacto
# needs: 3.12
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    log(variable.get())
    variable.set("job")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    context = contextvars.copy_context()
    context.run(variable.set, "other")
    context.run(loop.create_task, job())
    log(variable.get(), context[variable])


asyncio.run(main())

# trace 3.12..
#      0  other
#      0  default other
