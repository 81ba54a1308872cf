"""A child that fails when the parent has finished is told to the exception handler."""
# clause: TG-19
# level: detail
# needs: 3.11
# ops: futures, handler, tasks
# The parent enters the group by hand and never leaves it.
import asyncio
from scenario import log


def handler(loop, context):
    log(context["message"].split(" ")[0], type(context["exception"]).__name__)
    log("task" in context)


async def child(future):
    await future


async def parent(group, future):
    await group.__aenter__()
    group.create_task(child(future))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    group = asyncio.TaskGroup()
    await asyncio.create_task(parent(group, future))
    future.set_exception(ValueError())
    await asyncio.sleep(0.125)
    log("end")


asyncio.run(main())

# trace 3.11..
#      0  Task ValueError
#      0  True
#    125  end
