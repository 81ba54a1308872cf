"""A failed outer that nobody awaits is reported, and not the child."""
# clause: GATHER-18
# level: defacto
# ops: handler, tasks
import asyncio
from scenario import collect, log


async def fail():
    raise ValueError


def handler(loop, context):
    log(context["message"], type(context["exception"]).__name__)


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    outer = asyncio.gather(fail())
    await asyncio.sleep(0.125)
    log(outer.done())
    del outer
    collect()


asyncio.run(main())

# trace 3.8..
#    125  True
#    125  _GatheringFuture exception was never retrieved ValueError
