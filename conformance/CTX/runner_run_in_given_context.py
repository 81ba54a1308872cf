"""A Runner may be given a context for one run."""
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


context = contextvars.copy_context()
context.run(variable.set, "given")
with asyncio.Runner() as runner:
    runner.run(job(), context=context)
    runner.run(job())
log(context[variable])

# trace 3.11..
#      0  given
#      0  default
#      0  job
