"""After shutdown gets take what is left, and raise QueueShutDown then."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    for item in "abc":
        queue.put_nowait(item)
    queue.shutdown()
    log(await queue.get(), queue.get_nowait(), await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        log(type(error).__name__)
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.13..
#      0  a b c
#      0  QueueShutDown
#      0  QueueShutDown
