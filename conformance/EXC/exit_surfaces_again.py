"""An exit that left the run surfaces again in the task that awaits the first one."""
# clause: EXC-15
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise SystemExit


async def waiter(task):
    try:
        await task
    except SystemExit:
        log("thrown into the waiter")
        raise


loop = asyncio.new_event_loop()
first = loop.create_task(job())
second = loop.create_task(waiter(first))
loop.call_soon(log, "rest of the batch")
for run in range(2):
    try:
        loop.run_forever()
    except SystemExit:
        log("left", first.done(), second.done())
log(type(first.exception()).__name__, type(second.exception()).__name__)
loop.close()

# trace 3.8..
#      0  left True False
#      0  thrown into the waiter
#      0  left True True
#      0  SystemExit SystemExit
