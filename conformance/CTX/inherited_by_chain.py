"""A callback queued by a callback runs in a copy of the context of the callback."""
# clause: CTX-1, CTX-2
# level: documented
# ops: contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default=0)
loop = asyncio.new_event_loop()


def step():
    log(variable.get())
    variable.set(variable.get() + 1)
    if variable.get() < 3:
        loop.call_soon(step)
    else:
        loop.stop()


loop.call_soon(step)
loop.run_forever()
log("outside", variable.get())
loop.close()

# trace 3.8..
#      0  0
#      0  1
#      0  2
#      0  outside 0
