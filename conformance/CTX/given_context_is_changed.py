"""A context given to call_soon is used itself, not copied: what the callback sets is seen in it."""
# clause: CTX-2
# level: documented
# ops: contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
context = contextvars.copy_context()
loop.call_soon(variable.set, "changed", context=context)
loop.call_soon(loop.stop)
loop.run_forever()
log("in the context", context[variable])
log("outside", variable.get())
loop.close()

# trace 3.8..
#      0  in the context changed
#      0  outside default
