"""A timeout has no effect when everything is done before."""
# clause: ASC-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, future.set_result, "result")
    items = list(asyncio.as_completed([future], timeout=0.25))
    await asyncio.sleep(0.5)
    log(await items[0])


asyncio.run(main())

# trace 3.8..
#    500  result
