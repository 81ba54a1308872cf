"""In debug mode futures and tasks remember where they were made, and their repr tells it."""
# clause: DBG-7
# level: documented
# ops: tasks, futures, debug
import asyncio
from scenario import log


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for debug in (False, True):
        loop.set_debug(debug)
        future = loop.create_future()
        task = asyncio.create_task(coroutine())
        log("future", " created at " in repr(future))
        log("task", " created at " in repr(task))
        await task
        log("task that is done", " created at " in repr(task))


asyncio.run(main())

# trace 3.8..
#      0  future False
#      0  task False
#      0  task that is done False
#      0  future True
#      0  task True
#      0  task that is done True
