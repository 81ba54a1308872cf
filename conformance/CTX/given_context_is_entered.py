"""A callback given the context that the loop itself runs in cannot be run, and is reported."""
# clause: CTX-3, EXC-7
# level: defacto
# ops: contexts, handler
import asyncio
import contextvars
from scenario import capture_logging, log

loop = asyncio.new_event_loop()
context = contextvars.copy_context()


def record(level, text):
    log("logged", text.split("\n")[0])


def handler(which, told):
    log("handler", type(told["exception"]).__name__)


capture_logging(record)
loop.set_exception_handler(handler)
loop.call_soon(log, "never called", context=context)
loop.call_soon(loop.stop)
context.run(loop.run_forever)
log("stopped")
loop.close()

# trace 3.8..3.11
#      0  handler RuntimeError
#      0  stopped

# trace 3.12..
#      0  logged Unhandled error in exception handler
#      0  stopped
