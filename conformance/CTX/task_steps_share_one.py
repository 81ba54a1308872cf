"""All steps of a task run in one context, whoever resumes it."""
# clause: CTX-6
# level: documented
# ops: futures, contexts, tasks
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")


async def job(future):
    for number in range(3):
        log(variable.get())
        variable.set(number)
        await asyncio.sleep(0)
    await future
    log(variable.get())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(job(future))

    def complete():
        variable.set("callback")
        future.set_result(None)

    loop.call_later(0.125, complete)
    await task


asyncio.run(main())

# trace 3.8..
#      0  default
#      0  0
#      0  1
#    125  2
