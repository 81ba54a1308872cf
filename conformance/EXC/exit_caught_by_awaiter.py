"""A task that catches the exit of the one it awaits goes on."""
# clause: EXC-15
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    raise KeyboardInterrupt


async def waiter(task):
    try:
        await task
    except KeyboardInterrupt:
        log("caught")
    return "went on"


loop = asyncio.new_event_loop()
first = loop.create_task(job())
second = loop.create_task(waiter(first))
try:
    loop.run_until_complete(second)
except KeyboardInterrupt:
    log("left")
log(loop.run_until_complete(second))
loop.close()

# trace 3.8..
#      0  left
#      0  caught
#      0  went on
