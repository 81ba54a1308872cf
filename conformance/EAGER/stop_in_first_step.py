"""An eager step that stops the loop ends the run after the current batch."""
# clause: STOP-1, EAGER-1
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(loop):
    loop.stop()
    log("stops")
    await asyncio.sleep(0)
    log("goes on in the next run")
    loop.stop()


loop = asyncio.new_event_loop()
loop.set_task_factory(asyncio.eager_task_factory)
loop.call_soon(lambda: loop.create_task(job(loop)))
loop.call_soon(log, "rest of the batch")
loop.run_forever()
log("between the runs")
loop.run_forever()
loop.close()

# trace 3.12..
#      0  stops
#      0  rest of the batch
#      0  between the runs
#      0  goes on in the next run
