"""What completes in the pass of the timeout is done, also if it completes after it."""
# clause: WAIT-6, WAIT-7
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    before = loop.create_future()
    after = loop.create_future()
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.25, before.set_result, None)
    loop.call_later(0.5, after.set_result, None)
    done, pending = await asyncio.wait([before, after], timeout=0.375)
    log(len(done), len(pending))


asyncio.run(main())

# trace 3.8..
#    625  2 0
