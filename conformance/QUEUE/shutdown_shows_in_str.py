"""The str of a queue tells its size, items, unfinished items, and that it is shut down."""
# clause: QUEUE-15
# level: detail
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(2)
    log(queue)
    queue.put_nowait("a")
    log(queue)
    queue.shutdown()
    log(queue)
    queue.shutdown(immediate=True)
    log(queue)


asyncio.run(main())

# trace 3.13..
#      0  <Queue maxsize=2>
#      0  <Queue maxsize=2 _queue=['a'] tasks=1>
#      0  <Queue maxsize=2 _queue=['a'] tasks=1 shutdown>
#      0  <Queue maxsize=2 shutdown>
