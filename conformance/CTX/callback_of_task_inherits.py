"""What a task's step queues runs in a copy of the task's context."""
# clause: CTX-6
# level: documented
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    variable.set("job")
    asyncio.get_running_loop().call_soon(lambda: log(variable.get()))
    variable.set("job, later")


async def main():
    await asyncio.create_task(job())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  job
