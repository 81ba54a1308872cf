"""Who waits in a queue on another loop than the first waiter is refused with RuntimeError."""
# clause: QUEUE-12
# level: documented
# needs: 3.10
# ops: tasks
import asyncio
from scenario import log


async def first():
    try:
        await asyncio.wait_for(queue.get(), 0.125)
    except asyncio.TimeoutError:
        log("gave up")


async def second():
    try:
        await queue.get()
    except RuntimeError as error:
        log(type(error).__name__)
    queue.put_nowait("item")
    log(await queue.get())


queue = asyncio.Queue()
asyncio.run(first())
asyncio.run(second())

# trace 3.10..
#    125  gave up
#    125  RuntimeError
#    125  item
