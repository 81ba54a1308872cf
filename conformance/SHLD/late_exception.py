"""An exception of the inner task after the outer future was cancelled is reported if nobody retrieves it, when the task goes."""
# clause: SHLD-4
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import collect, log


def handler(loop, context):
    log(context["message"])


async def fail():
    await asyncio.sleep(0.25)
    raise ValueError


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    inner = asyncio.create_task(fail())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.125)
    outer.cancel()
    await asyncio.sleep(0.25)
    log("failed", inner.done())
    del inner, outer
    collect()
    log("end")


asyncio.run(main())

# trace 3.8..
#    375  failed True
#    375  Task exception was never retrieved
#    375  end
