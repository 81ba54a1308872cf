"""A task that is destroyed while it waits is reported under the key task."""
# clause: EXC-13
# level: documented
# ops: futures, handler, tasks
import asyncio
from scenario import collect, log


async def wait_for_ever():
    await asyncio.get_running_loop().create_future()


def handler(loop, context):
    log(context["message"])
    log(sorted(context), context["task"].done())


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(wait_for_ever())
    await asyncio.sleep(0.125)
    log("forgets the task")
    del task
    collect()
    log("collected")


asyncio.run(main())

# trace 3.8..
#    125  forgets the task
#    125  Task was destroyed but it is pending!
#    125  ['message', 'task'] False
#    125  collected
