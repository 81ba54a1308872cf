"""shutdown may be called again; an immediate one after another drops what is left."""
# clause: QUEUE-11
# level: defacto
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("a")
    queue.put_nowait("b")
    log(queue.shutdown(), queue.shutdown())
    log(await queue.get())
    queue.shutdown(immediate=True)
    queue.shutdown()
    log(queue.qsize())
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.13..
#      0  None None
#      0  a
#      0  0
#      0  QueueShutDown
