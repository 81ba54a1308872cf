"""A future may be awaited again and again, and gives the same result."""
# clause: FUT-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, future.set_result, "result")
    log(await future)
    log(await future)


asyncio.run(main())

# trace 3.8..
#    125  result
#    125  result
