"""Since 3.12 call_exception_handler runs the handler in the context of the handle it is told of."""
# clause: EXC-10
# level: documented
# ops: handler, contexts
import asyncio
import contextvars
from scenario import log

variable = contextvars.ContextVar("variable", default="default")
loop = asyncio.new_event_loop()
context = contextvars.copy_context()
context.run(variable.set, "handle")
handle = loop.call_soon(loop.stop, context=context)
loop.set_exception_handler(lambda which, told: log(told["message"], variable.get()))
loop.call_exception_handler({"message": "with a handle:", "handle": handle})
loop.call_exception_handler({"message": "without:"})
loop.close()

# trace 3.8..3.11
#      0  with a handle: default
#      0  without: default

# trace 3.12..
#      0  with a handle: handle
#      0  without: default
