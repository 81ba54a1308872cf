"""A cancelled task cleans up in its own context."""
# clause: CTX-6
# level: documented
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    variable.set("job")
    try:
        await asyncio.sleep(10)
    finally:
        log(variable.get())


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    variable.set("main")
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())

# trace 3.8..
#      0  job
