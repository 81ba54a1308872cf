"""A task that is given a context runs in that very context."""
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
    await asyncio.sleep(0)
    log(variable.get())


async def main():
    loop = asyncio.get_running_loop()
    for create in (asyncio.create_task, loop.create_task):
        context = contextvars.copy_context()
        context.run(variable.set, "given")
        await create(job(), context=context)
        log(variable.get(), context[variable])


asyncio.run(main())

# trace 3.11..
#      0  given
#      0  job
#      0  default job
#      0  given
#      0  job
#      0  default job
