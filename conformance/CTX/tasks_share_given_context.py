"""Two tasks that are given one context see each other's changes."""
# clause: CTX-7
# level: documented
# needs: 3.11
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job(name):
    for step in range(2):
        log(name, variable.get())
        variable.set(name)
        await asyncio.sleep(0)


async def main():
    context = contextvars.copy_context()
    tasks = [asyncio.create_task(job(name), context=context) for name in ("a", "b")]
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.11..
#      0  a default
#      0  b a
#      0  a b
#      0  b a
