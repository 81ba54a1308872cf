"""A timeout has no effect when everything is done before."""
# clause: WAIT-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(0.125))
    done, pending = await asyncio.wait([task], timeout=5)
    log(len(done), len(pending))


asyncio.run(main())

# trace 3.8..
#    125  1 0
