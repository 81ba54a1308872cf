"""Without a timeout wait_for runs the coroutine in its caller's context in every version."""
# clause: CTX-9
# level: defacto
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    variable.set("job")


async def main():
    await asyncio.wait_for(job(), None)
    log(variable.get())


asyncio.run(main())

# trace 3.8..
#      0  job
