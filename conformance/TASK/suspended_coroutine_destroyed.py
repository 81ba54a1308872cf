"""A coroutine that is destroyed while it waits is closed, without a warning."""
# clause: TASK-47
# level: detail
# ops: tasks
from scenario import capture_warnings, collect, log

capture_warnings(log)


class Pause:
    def __await__(self):
        yield "paused"


async def job():
    try:
        await Pause()
    finally:
        log("finally")


coroutine = job()
log(coroutine.send(None))
del coroutine
collect()
log("destroyed")

# trace 3.8..
#      0  paused
#      0  finally
#      0  destroyed
