"""A future that has failed already raises its exception."""
# clause: WFOR-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError())
    try:
        await asyncio.wait_for(future, 5)
    except ValueError:
        log("ValueError")


asyncio.run(main())

# trace 3.8..
#      0  ValueError
