"""Waiting for the first exception retrieves it."""
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
    pending = loop.create_future()
    loop.call_soon(future.set_exception, ValueError())
    await asyncio.wait({future, pending}, return_when=asyncio.FIRST_EXCEPTION)
    log("waited")
    del future
    collect()


asyncio.run(main())

# trace 3.8..
#      0  waited
