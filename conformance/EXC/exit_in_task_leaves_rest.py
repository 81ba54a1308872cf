"""What an exit of a task left behind in the batch runs first in the next run."""
# clause: EXC-14, EXC-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise SystemExit


loop = asyncio.new_event_loop()
task = loop.create_task(job())
task.add_done_callback(lambda done: log("done callback"))
loop.call_soon(log, "rest of the batch")
loop.call_soon(loop.stop)
try:
    loop.run_forever()
except SystemExit:
    log("left")
loop.run_forever()
log(type(task.exception()).__name__)
loop.close()

# trace 3.8..
#      0  left
#      0  rest of the batch
#      0  done callback
#      0  SystemExit
