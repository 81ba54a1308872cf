"""get_context() of a handle is the copy taken at the call, in which its callback then runs."""
# clause: CTX-12, CTX-1
# level: documented
# needs: 3.12
# ops: contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
variable.set("at the call")
handle = loop.call_soon(variable.set, "by the callback")
variable.set("afterwards")
log(handle.get_context()[variable])
loop.call_soon(loop.stop)
loop.run_forever()
log(handle.get_context()[variable])
log(variable.get())
loop.close()

# trace 3.12..
#      0  at the call
#      0  by the callback
#      0  afterwards
