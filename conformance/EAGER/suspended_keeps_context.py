"""An eager task goes on in the context of its first step."""
# clause: EAGER-5, CTX-6
# level: defacto
# needs: 3.12
# ops: futures, contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job(future):
    variable.set("job")
    await future
    log(variable.get())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    future = loop.create_future()
    task = asyncio.create_task(job(future))
    variable.set("main")
    future.set_result(None)
    await task


asyncio.run(main())

# trace 3.12..
#      0  job
