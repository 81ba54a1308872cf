"""A task whose loop is closed before its first step leaves a coroutine that was never awaited."""
# clause: TASK-44, EXC-13
# level: documented
# ops: handler, tasks
import asyncio
from scenario import capture_warnings, collect, log

warned = []
capture_warnings(warned.append)


async def job():
    log("job runs")


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
task = loop.create_task(job())
loop.close()
del task
collect()
log(warned)

# trace 3.8..
#      0  Task was destroyed but it is pending!
#      0  ['RuntimeWarning']
