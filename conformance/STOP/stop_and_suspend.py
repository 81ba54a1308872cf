"""A main coroutine that stops the loop and suspends is left behind, and can be finished by another run."""
# clause: STOP-3, STOP-11
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main(loop):
    loop.stop()
    await asyncio.sleep(0)
    return "result"


loop = asyncio.new_event_loop()
task = loop.create_task(main(loop))
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    log(type(error).__name__, task.done())
log(loop.run_until_complete(task))
loop.close()

# trace 3.8..
#      0  RuntimeError False
#      0  result
