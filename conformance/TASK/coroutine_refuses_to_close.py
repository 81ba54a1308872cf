"""A coroutine that awaits when it is closed is told off with RuntimeError."""
# clause: TASK-44
# level: documented
# ops: tasks
from scenario import log


class Pause:
    def __await__(self):
        yield "paused"


async def job():
    try:
        await Pause()
    finally:
        await Pause()


coroutine = job()
coroutine.send(None)
try:
    coroutine.close()
except RuntimeError as error:
    # The text is the clause.
    log(error)
try:
    coroutine.send(None)
except StopIteration as stop:
    log("ends", stop.value)
except GeneratorExit as error:
    log(type(error).__name__)

# trace 3.8..
#      0  coroutine ignored GeneratorExit
#      0  GeneratorExit
