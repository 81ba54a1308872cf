"""A join that is cancelled changes nothing for others."""
# clause: QUEUE-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def joiner(name, queue):
    await queue.join()
    log(name)


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("item")
    tasks = [asyncio.create_task(joiner(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.125)
    queue.task_done()
    await asyncio.wait(tasks)
    log(tasks[0].cancelled())


asyncio.run(main())

# trace 3.8..
#    125  b
#    125  True
