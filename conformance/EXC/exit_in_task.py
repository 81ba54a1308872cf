"""KeyboardInterrupt and SystemExit in a task leave the run and are the task's exception."""
# clause: EXC-14
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(error):
    log("raises")
    raise error


loop = asyncio.new_event_loop()
for error in (KeyboardInterrupt(), SystemExit(3)):
    task = loop.create_task(job(error))
    try:
        loop.run_forever()
    except (KeyboardInterrupt, SystemExit) as left:
        log("left by", type(left).__name__, left is error)
    log(task.done(), task.exception() is error)
loop.close()

# trace 3.8..
#      0  raises
#      0  left by KeyboardInterrupt True
#      0  True True
#      0  raises
#      0  left by SystemExit True
#      0  True True
