"""A task that a future resumes goes on in its own context, whoever completed the future."""
# clause: FUT-9
# level: defacto
# ops: futures, contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def waiter(future):
    variable.set("task")
    await future
    log(variable.get())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    variable.set("main")
    future.add_done_callback(lambda done: log(variable.get()))
    future.set_result(None)
    await task


asyncio.run(main())

# trace 3.8..
#      0  task
#      0  main
