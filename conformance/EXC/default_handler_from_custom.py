"""A handler of the program's own can pass what it was told on to the default handler."""
# clause: EXC-5, EXC-6
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

capture_logging(log)
loop = asyncio.new_event_loop()


def handler(which, context):
    log("handler")
    which.default_exception_handler(context)


loop.set_exception_handler(handler)
loop.call_exception_handler({"message": "the message"})
loop.close()

# trace 3.8..
#      0  handler
#      0  ERROR the message
