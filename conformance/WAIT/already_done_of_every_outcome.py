"""Those that have failed or were cancelled before the call count as done, in every mode."""
# clause: WAIT-5
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
    for mode in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        result = await asyncio.wait([failed, cancelled, done], return_when=mode)
        log([len(one) for one in result])
    failed.exception()


asyncio.run(main())

# trace 3.8..
#      0  [3, 0]
#      0  [3, 0]
#      0  [3, 0]
