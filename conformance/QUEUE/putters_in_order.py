"""A putter is woken for each item that is taken, in the order of arrival."""
# clause: QUEUE-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def putter(item, queue):
    await queue.put(item)
    log("put", item)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = [asyncio.create_task(putter(item, queue)) for item in (1, 2, 3)]
    for turn in range(4):
        await asyncio.sleep(0.125)
        log("got", queue.get_nowait())
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#    125  got 0
#    125  put 1
#    250  got 1
#    250  put 2
#    375  got 2
#    375  put 3
#    500  got 3
