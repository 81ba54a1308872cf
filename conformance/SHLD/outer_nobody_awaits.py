"""A failed outer future that nobody awaits is reported, and the inner one is not."""
# clause: SHLD-7
# level: defacto
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


def handler(loop, context):
    log(context["message"])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_exception(ValueError())
    await asyncio.sleep(0.125)
    del inner
    collect()
    log("inner gone")
    del outer
    collect()


asyncio.run(main())

# trace 3.8..
#    125  inner gone
#    125  Future exception was never retrieved
