"""CancelledError and GeneratorExit from the handler are logged like other exceptions of it."""
# clause: EXC-7
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

loop = asyncio.new_event_loop()


def record(level, text):
    log(level, text.split("\n")[0])


def handler(which, context):
    raise context["exception"]


capture_logging(record)
loop.set_exception_handler(handler)
loop.call_exception_handler({"message": "first", "exception": asyncio.CancelledError()})
loop.call_exception_handler({"message": "second", "exception": GeneratorExit()})
loop.close()

# trace 3.8..
#      0  ERROR Unhandled error in exception handler
#      0  ERROR Unhandled error in exception handler
