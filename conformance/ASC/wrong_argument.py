"""A single future is refused at the first item up to 3.12, and at the call from 3.13."""
# clause: ASC-6
# level: detail
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        items = asyncio.as_completed(future)
        log("called")
        next(items)
    except TypeError:
        log("TypeError")


asyncio.run(main())

# trace 3.8..3.12
#      0  called
#      0  TypeError

# trace 3.13..
#      0  TypeError
