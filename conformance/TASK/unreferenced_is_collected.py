"""A pending task that only its own future refers to can be collected, which is reported."""
# clause: TASK-34, EXC-13
# level: documented
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


async def wait_for_ever():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda which, context: log(context["message"]))
    task = asyncio.create_task(wait_for_ever())
    await asyncio.sleep(0.125)
    log(len(asyncio.all_tasks()))
    del task
    collect()
    log(len(asyncio.all_tasks()))


asyncio.run(main())

# trace 3.8..
#    125  2
#    125  Task was destroyed but it is pending!
#    125  1
