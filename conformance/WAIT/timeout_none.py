"""A timeout of None is no timeout."""
# clause: WAIT-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(100))
    done, pending = await asyncio.wait([task], timeout=None)
    log(len(done), len(pending))


asyncio.run(main())

# trace 3.8..
# 100000  1 0
