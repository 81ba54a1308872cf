"""FIRST_EXCEPTION without a failure is the same as ALL_COMPLETED."""
# clause: WAIT-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.125))
    slow = asyncio.create_task(asyncio.sleep(0.5))
    done, pending = await asyncio.wait([quick, slow], return_when=asyncio.FIRST_EXCEPTION)
    log(len(done), len(pending))


asyncio.run(main())

# trace 3.8..
#    500  2 0
