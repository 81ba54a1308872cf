"""SystemExit of an eager step that a callback began leaves the run through that callback."""
# clause: EXC-4, EAGER-6
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise SystemExit


loop = asyncio.new_event_loop()
loop.set_task_factory(asyncio.eager_task_factory)
loop.call_soon(lambda: loop.create_task(job()))
loop.call_soon(log, "rest of the batch")
loop.call_soon(loop.stop)
try:
    loop.run_forever()
except SystemExit:
    log("left")
loop.run_forever()
loop.close()

# trace 3.12..
#      0  left
#      0  rest of the batch
