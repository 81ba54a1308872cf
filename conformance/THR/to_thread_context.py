"""The function runs in a copy of the caller's context."""
# clause: THR-16
# level: documented
# needs: 3.9
# ops: executor, contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


def job():
    seen = variable.get()
    variable.set("job")
    return seen


async def main():
    variable.set("main")
    log(await asyncio.to_thread(job))
    log(variable.get())


asyncio.run(main())

# trace 3.9..
#      0  main
#      0  main
