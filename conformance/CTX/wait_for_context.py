"""From 3.12 what a coroutine sets under wait_for its caller sees; before, it does not."""
# clause: CTX-9
# level: defacto
# ops: contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job():
    log(variable.get())
    variable.set("job")
    return asyncio.current_task()


async def main():
    variable.set("main")
    task = await asyncio.wait_for(job(), 1)
    log(variable.get(), task is asyncio.current_task())


asyncio.run(main())

# trace 3.8..3.11
#      0  main
#      0  main False

# trace 3.12..
#      0  main
#      0  job True
