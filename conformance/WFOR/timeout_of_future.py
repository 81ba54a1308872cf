"""On timeout a future is cancelled."""
# clause: WFOR-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError", future.cancelled())


asyncio.run(main())

# trace 3.8..
#    250  TimeoutError True
