"""Since 3.12 the handler runs in the context of the task that it is told of; before, in the loop's."""
# clause: EXC-10, CTX-6
# level: documented
# ops: contexts, handler, tasks
# divergence: CTX-01
import asyncio
import contextvars
from scenario import collect, log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    variable.set("job")
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda which, context: log(variable.get()))
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    variable.set("main")
    del task
    collect()


asyncio.run(main())

# trace 3.8..3.11
#      0  main

# trace 3.12..
#      0  job
