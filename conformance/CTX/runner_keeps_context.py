"""What one run of a Runner sets the next one sees, and the surrounding code does not."""
# clause: CTX-11
# level: documented
# needs: 3.11
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job(value):
    log(variable.get())
    variable.set(value)


variable.set("outside")
with asyncio.Runner() as runner:
    runner.run(job("first"))
    log(variable.get())
    runner.run(job("second"))
    runner.run(job("third"))
log(variable.get())

# trace 3.11..
#      0  outside
#      0  outside
#      0  first
#      0  second
#      0  outside
