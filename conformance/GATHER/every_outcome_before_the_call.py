"""With return_exceptions children that failed, were cancelled or returned before the call stand in their places."""
# clause: GATHER-7
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    failed.set_exception(ValueError())
    cancelled = loop.create_future()
    cancelled.cancel()
    done = loop.create_future()
    done.set_result("result")
    results = await asyncio.gather(failed, cancelled, done, return_exceptions=True)
    log([type(result).__name__ for result in results])


asyncio.run(main())

# trace 3.8..
#      0  ['ValueError', 'CancelledError', 'str']
