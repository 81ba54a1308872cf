"""An eager step runs in the context that create_task was given."""
# clause: EAGER-5, CTX-7
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
    context.run(variable.set, "given")
    await asyncio.create_task(job(), context=context)
    log(variable.get(), context[variable])


asyncio.run(main())

# trace 3.12..
#      0  given
#      0  default job
