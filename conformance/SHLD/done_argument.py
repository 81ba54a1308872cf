"""What is done is returned as it is."""
# clause: SHLD-3
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("result")
    failed = loop.create_future()
    failed.set_exception(ValueError())
    cancelled = loop.create_future()
    cancelled.cancel()
    log([asyncio.shield(inner) is inner for inner in (done, failed, cancelled)])
    failed.exception()
    pending = loop.create_future()
    log(asyncio.shield(pending) is pending)


asyncio.run(main())

# trace 3.8..
#      0  [True, True, True]
#      0  False
