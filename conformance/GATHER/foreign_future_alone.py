"""A future of another loop alone is refused within a run from 3.14."""
# clause: GATHER-14
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    other = asyncio.new_event_loop()
    future = other.create_future()
    try:
        asyncio.gather(future)
        log("accepted")
    except ValueError:
        log("ValueError")
    other.close()


asyncio.run(main())

# trace 3.8..3.13
#      0  accepted

# trace 3.14..
#      0  ValueError
