"""What is logged of a failing handler includes what the handler had been told."""
# clause: EXC-7
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

capture_logging(log)
loop = asyncio.new_event_loop()


def handler(which, context):
    raise ValueError


loop.set_exception_handler(handler)
loop.call_exception_handler({"message": "the message"})
loop.close()

# trace 3.8..
#      0  ERROR Unhandled error in exception handler\ncontext: {'message': 'the message'}
