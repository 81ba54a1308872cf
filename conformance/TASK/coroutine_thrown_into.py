"""An exception thrown into a coroutine by hand arrives at the innermost await."""
# clause: TASK-44
# level: documented
# ops: tasks
from scenario import log


class Pause:
    def __await__(self):
        try:
            yield "paused"
        except KeyError:
            log("at the yield")
            raise


async def inner():
    try:
        await Pause()
    finally:
        log("inner")


async def outer():
    try:
        await inner()
    except KeyError:
        return "handled"


coroutine = outer()
log(coroutine.send(None))
try:
    coroutine.throw(KeyError())
except StopIteration as stop:
    log(stop.value)

# trace 3.8..
#      0  paused
#      0  at the yield
#      0  inner
#      0  handled
