"""One that is done just before the timeout, in the same pass, has lost."""
# clause: ASC-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.25, future.set_result, "result")
    for item in asyncio.as_completed([future], timeout=0.25):
        try:
            log(await item)
        except asyncio.TimeoutError:
            log("TimeoutError", future.done())


asyncio.run(main())

# trace 3.8..
#    250  TimeoutError True
