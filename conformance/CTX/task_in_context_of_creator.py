"""A task that is given its creator's own context shares it."""
# clause: CTX-7
# level: documented
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
    variable.set("main")
    await asyncio.create_task(job(), context=asyncio.current_task().get_context())
    log(variable.get())


asyncio.run(main())

# trace 3.12..
#      0  main
#      0  job
