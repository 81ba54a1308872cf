"""run(debug=...) sets the mode of the loop it makes, and the program may change it again inside."""
# clause: DBG-1
# level: documented
# ops: tasks, debug
import asyncio
from scenario import log


async def main(change_to):
    loop = asyncio.get_running_loop()
    before = loop.get_debug()
    loop.set_debug(change_to)
    await asyncio.sleep(0)
    log(before, loop.get_debug())


asyncio.run(main(False), debug=True)
asyncio.run(main(True), debug=False)
asyncio.run(main(True))

# trace 3.8..
#      0  True False
#      0  False True
#      0  False True
