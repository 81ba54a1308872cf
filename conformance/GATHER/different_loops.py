"""Children of different loops are refused."""
# clause: GATHER-14
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    other = asyncio.new_event_loop()
    mine = asyncio.get_running_loop().create_future()
    try:
        asyncio.gather(mine, other.create_future())
    except ValueError:
        log("ValueError")
    other.close()


asyncio.run(main())

# trace 3.8..
#      0  ValueError
