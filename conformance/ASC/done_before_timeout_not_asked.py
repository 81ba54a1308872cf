"""Those that were done before the timeout come as results, though nobody asked for them before."""
# clause: ASC-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    late = loop.create_future()
    loop.call_later(0.125, done.set_result, "done")
    first, second = asyncio.as_completed([late, done], timeout=0.25)
    await asyncio.sleep(0.5)
    late.set_result("late")
    for item in (first, second):
        try:
            log(await item)
        except asyncio.TimeoutError:
            log("TimeoutError")


asyncio.run(main())

# trace 3.8..
#    500  done
#    500  TimeoutError
