"""A task that fails ends neither the run nor other tasks."""
# clause: EXC-16, EXC-20
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def other():
    await asyncio.sleep(0.125)
    log("other ends")


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda which, context: log("reported"))
    task = asyncio.create_task(fail())
    await other()
    log(type(task.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#    125  other ends
#    125  ValueError
