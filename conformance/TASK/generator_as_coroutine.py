"""A generator can be made a task up to 3.11; from 3.12 it is refused."""
# clause: TASK-7
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def generator():
    log("runs")
    yield
    return "result"


loop = asyncio.new_event_loop()
try:
    task = loop.create_task(generator())
    log(loop.run_until_complete(task))
except TypeError as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..3.11
#      0  runs
#      0  result

# trace 3.12..
#      0  TypeError
