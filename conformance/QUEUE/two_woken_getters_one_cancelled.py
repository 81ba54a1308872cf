"""Of two woken getters the first is cancelled: the second and the third get the two items."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    queue.put_nowait(2)
    tasks[0].cancel()
    await asyncio.wait(tasks)
    log(tasks[0].cancelled(), queue.qsize())


asyncio.run(main())

# trace 3.8..
#      0  b 1
#      0  c 2
#      0  True 0
