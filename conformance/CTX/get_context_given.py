"""get_context() of a handle is the very context that it was given."""
# clause: CTX-12
# level: documented
# needs: 3.12
# ops: contexts
import asyncio
import contextvars
from scenario import log

loop = asyncio.new_event_loop()
context = contextvars.copy_context()
handle = loop.call_soon(log, "never called", context=context)
timer = loop.call_later(0.25, log, "never called", context=context)
log(handle.get_context() is context)
log(timer.get_context() is context)
loop.close()

# trace 3.12..
#      0  True
#      0  True
