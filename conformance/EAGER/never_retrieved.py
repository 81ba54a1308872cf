"""An eagerly failed task that nobody asks is reported like any other."""
# clause: EAGER-6, EXC-11
# level: defacto
# needs: 3.12
# ops: handler, tasks
import asyncio
from scenario import collect, log


async def job():
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda which, context: log(context["message"]))
    loop.set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(job())
    collect()
    log("collected")


asyncio.run(main())

# trace 3.12..
#      0  Task exception was never retrieved
#      0  collected
