"""The time runs from the first item up to 3.12, and from the call from 3.13."""
# clause: ASC-4
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    items = asyncio.as_completed([future], timeout=0.5)
    await asyncio.sleep(0.25)
    for item in items:
        try:
            await item
        except asyncio.TimeoutError:
            log("TimeoutError")


asyncio.run(main())

# trace 3.8..3.12
#    750  TimeoutError

# trace 3.13..
#    500  TimeoutError
