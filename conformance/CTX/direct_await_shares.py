"""A coroutine that is awaited directly shares its caller's context."""
# clause: CTX-6
# level: documented
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    variable.set("job")


async def main():
    await job()
    log(variable.get())


asyncio.run(main())

# trace 3.8..
#      0  job
