"""With a timeout of zero those that are done still come."""
# clause: ASC-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    pending = loop.create_future()
    for item in asyncio.as_completed([pending, done], timeout=0):
        try:
            log(await item)
        except asyncio.TimeoutError:
            log("TimeoutError", pending.done())


asyncio.run(main())

# trace 3.8..
#      0  done
#      0  TimeoutError False
