"""The loop parameter is accepted up to 3.9 and unknown from 3.10."""
# clause: GATHER-15
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("result")
    try:
        log(await asyncio.gather(future, loop=loop))
    except TypeError:
        log("TypeError")


asyncio.run(main())

# trace 3.8..3.9
#      0  ['result']

# trace 3.10..
#      0  TypeError
