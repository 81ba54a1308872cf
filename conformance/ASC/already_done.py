"""One that is done already comes first."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    pending = loop.create_future()
    loop.call_later(0.125, pending.set_result, "pending")
    for item in asyncio.as_completed([pending, done]):
        log(await item)


asyncio.run(main())

# trace 3.8..
#      0  done
#    125  pending
