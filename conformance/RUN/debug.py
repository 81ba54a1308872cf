"""debug sets the mode of the new loop; None leaves it as loops are made."""
# clause: RUN-17
# level: documented
# ops: tasks, debug
import asyncio
from scenario import log


async def main():
    return asyncio.get_running_loop().get_debug()


log(asyncio.run(main(), debug=True))
log(asyncio.run(main(), debug=False))
log(asyncio.run(main(), debug=None))
log(asyncio.run(main()))

# trace 3.8..
#      0  True
#      0  False
#      0  False
#      0  False
