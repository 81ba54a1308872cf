"""A context that is None means a copy of the current one."""
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
    variable.set("main")
    await asyncio.create_task(job(), context=None)
    log(variable.get())


asyncio.run(main())

# trace 3.11..
#      0  main
#      0  main
