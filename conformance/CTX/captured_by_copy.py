"""What is set after the call is not seen, although the callback has not run yet."""
# clause: CTX-1
# level: documented
# ops: contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()


def show():
    log(variable.get())


def schedule():
    loop.call_soon(show)
    variable.set("after the call")
    loop.call_soon(show)


loop.call_soon(schedule)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  default
#      0  after the call
