"""An unknown return_when is refused."""
# clause: WAIT-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    for wrong in ("ALL", None, 1):
        try:
            await asyncio.wait([future], return_when=wrong)
        except ValueError:
            log("ValueError")


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  ValueError
#      0  ValueError
