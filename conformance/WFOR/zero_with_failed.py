"""With a timeout of zero the exception of a failed future is raised."""
# clause: WFOR-3
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError())
    try:
        await asyncio.wait_for(future, 0)
    except ValueError:
        log("ValueError")


asyncio.run(main())

# trace 3.8..
#      0  ValueError
