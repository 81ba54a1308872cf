"""A task whose loop is closed before its first step is reported when it is destroyed."""
# clause: EXC-13
# level: documented
# ops: handler, tasks
import asyncio
from scenario import capture_warnings, collect, log

capture_warnings(lambda category: None)


async def job():
    pass


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
task = loop.create_task(job())
loop.close()
log("closed")
del task
collect()
log("collected")

# trace 3.8..
#      0  closed
#      0  Task was destroyed but it is pending!
#      0  collected
