"""Closing a coroutine that waits raises GeneratorExit at its await and runs its finally blocks."""
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
    except BaseException as error:
        log(type(error).__name__)
        raise
    finally:
        log("finally")


coroutine = job()
log(coroutine.send(None))
coroutine.close()
log("closed")
try:
    coroutine.send(None)
except RuntimeError as error:
    # The text is the clause.
    log(error)

# trace 3.8..
#      0  paused
#      0  GeneratorExit
#      0  finally
#      0  closed
#      0  cannot reuse already awaited coroutine
