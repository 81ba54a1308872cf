"""A main coroutine that stops the loop and returns in the same step gives its result."""
# clause: STOP-12
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main(loop):
    loop.stop()
    return "result"


loop = asyncio.new_event_loop()
log(loop.run_until_complete(main(loop)))
loop.close()

# trace 3.8..
#      0  result
