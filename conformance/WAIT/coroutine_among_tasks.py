"""One coroutine among tasks is enough to be refused, and the tasks go on."""
# clause: WAIT-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    log(name)


async def main():
    task = asyncio.create_task(child("task"))
    coroutine = child("coroutine")
    try:
        await asyncio.wait([task, coroutine])
    except TypeError:
        log("TypeError")
    coroutine.close()
    await task


asyncio.run(main())

# trace 3.11..
#      0  TypeError
#      0  task
