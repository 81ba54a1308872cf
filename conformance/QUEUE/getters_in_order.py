"""Getters are woken in the order of their arrival, one for each item."""
# clause: QUEUE-4
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
    for item in range(3):
        queue.put_nowait(item)
        await asyncio.sleep(0.125)
        log([task.done() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  a 0
#    125  [True, False, False]
#    125  b 1
#    250  [True, True, False]
#    250  c 2
#    375  [True, True, True]
