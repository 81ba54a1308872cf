"""All who wait in join go on, in the order of arrival."""
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
    tasks = [asyncio.create_task(joiner(name, queue)) for name in "abc"]
    await asyncio.sleep(0.125)
    queue.task_done()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#    125  a
#    125  b
#    125  c
