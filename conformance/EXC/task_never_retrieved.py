"""A task that failed and that nobody asked is reported when it is destroyed."""
# clause: EXC-11
# level: documented
# ops: handler, tasks
# divergence: EXC-03
import asyncio
from scenario import collect, log


async def job():
    raise ValueError


def handler(loop, context):
    log(context["message"], type(context["exception"]).__name__)
    log(isinstance(context["future"], asyncio.Task))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    log("failed")
    del task
    collect()
    log("collected")


asyncio.run(main())

# trace 3.8..
#    125  failed
#    125  Task exception was never retrieved ValueError
#    125  True
#    125  collected
