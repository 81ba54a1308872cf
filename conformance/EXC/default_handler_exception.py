"""The exception is not among the lines of the default handler's text."""
# clause: EXC-5
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

capture_logging(log)
loop = asyncio.new_event_loop()
loop.call_exception_handler({"message": "the message", "exception": ValueError("given")})
loop.close()

# trace 3.8..
#      0  ERROR the message
