"""run_in_executor does not carry the context of the call to the worker thread."""
# clause: CTX-10
# level: documented
# ops: contexts, executor, futures
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
variable.set("at the call")
log(loop.run_until_complete(loop.run_in_executor(None, variable.get)))
loop.close()

# trace 3.8..
#      0  default
