"""What the eager step sets its creator does not see; the task keeps it."""
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
    await asyncio.sleep(0)
    log(variable.get())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    variable.set("main")
    task = asyncio.create_task(job())
    log(variable.get())
    await task
    log(variable.get())


asyncio.run(main())

# trace 3.12..
#      0  main
#      0  main
#      0  job
#      0  main
