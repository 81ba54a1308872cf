"""A getter that is cancelled in the step of the shutdown ends cancelled, whichever comes first."""
# clause: QUEUE-16
# level: defacto
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    try:
        await queue.get()
    except (asyncio.QueueShutDown, asyncio.CancelledError) as error:
        log(name, type(error).__name__)


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    queue.shutdown()
    tasks[1].cancel()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.13..
#      0  a CancelledError
#      0  b CancelledError
#      0  c QueueShutDown
