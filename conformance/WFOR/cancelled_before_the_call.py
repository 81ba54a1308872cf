"""A future that is cancelled already raises CancelledError."""
# clause: WFOR-10
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.cancel()
    try:
        await asyncio.wait_for(future, 5)
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
