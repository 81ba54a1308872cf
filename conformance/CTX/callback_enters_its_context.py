"""A callback cannot run something in the context that it was given itself."""
# clause: CTX-3
# level: defacto
# ops: contexts
import asyncio
import contextvars
from scenario import log

loop = asyncio.new_event_loop()
context = contextvars.copy_context()


def callback():
    try:
        context.run(log, "never called")
    except RuntimeError as error:
        log(type(error).__name__)
    loop.stop()


loop.call_soon(callback, context=context)
loop.run_forever()
context.run(log, "free again")
loop.close()

# trace 3.8..
#      0  RuntimeError
#      0  free again
