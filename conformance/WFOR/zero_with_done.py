"""With a timeout of zero the result of a done future is returned."""
# clause: WFOR-3
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("result")
    log(await asyncio.wait_for(future, 0), await asyncio.wait_for(future, -1))


asyncio.run(main())

# trace 3.8..
#      0  result result
