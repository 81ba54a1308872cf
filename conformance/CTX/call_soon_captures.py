"""call_soon runs its callback in the context of the call, not in that of the run."""
# clause: CTX-1
# level: documented
# ops: contexts
# divergence: CTX-03
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()


def show():
    log(variable.get())
    loop.stop()


variable.set("at the call")
loop.call_soon(show)
variable.set("at the run")
loop.run_forever()
loop.close()

# trace 3.8..
#      0  at the call
