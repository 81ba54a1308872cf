"""Items that were taken and not marked done keep join waiting."""
# clause: QUEUE-10
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def joiner(queue):
    await queue.join()
    log("joined")


async def main():
    queue = asyncio.Queue()
    for item in "abc":
        queue.put_nowait(item)
    task = asyncio.create_task(joiner(queue))
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.shutdown(immediate=True)
    await asyncio.sleep(0.125)
    log(task.done())
    queue.task_done()
    await task
    try:
        queue.task_done()
    except ValueError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.13..
#    125  False
#    125  joined
#    125  ValueError
