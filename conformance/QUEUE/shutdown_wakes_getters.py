"""shutdown wakes up all blocked getters, which raise QueueShutDown in the order of arrival."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        log(name, type(error).__name__)


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0.125)
    queue.shutdown()
    log("shut down")
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.13..
#    125  shut down
#    125  a QueueShutDown
#    125  b QueueShutDown
#    125  c QueueShutDown
