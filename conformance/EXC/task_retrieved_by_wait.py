"""A wait does not retrieve: what failed under it is reported unless somebody asks."""
# clause: EXC-12, EXC-11
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import collect, log


async def job():
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda which, context: log(context["message"]))
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log("waited")
    del task
    collect()
    log("collected")


asyncio.run(main())

# trace 3.8..
#      0  waited
#      0  Task exception was never retrieved
#      0  collected
