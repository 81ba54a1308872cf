"""Waiting for all does not retrieve their exceptions, which are reported when nobody asks for them."""
# clause: WAIT-10
# level: detail
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


def handler(loop, context):
    log(context["message"])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    loop.call_soon(future.set_exception, ValueError())
    await asyncio.wait([future])
    log("waited")
    del future
    collect()


asyncio.run(main())

# trace 3.8..
#      0  waited
#      0  Future exception was never retrieved
