"""What the coroutine of asyncio.run sets, the caller does not see."""
# clause: CTX-6
# level: documented
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def main():
    log(variable.get())
    variable.set("main")


variable.set("outside")
asyncio.run(main())
log(variable.get())

# trace 3.8..
#      0  outside
#      0  outside
