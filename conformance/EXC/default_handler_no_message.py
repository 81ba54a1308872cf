"""The default handler has a text of its own where the message is missing."""
# clause: EXC-5
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

capture_logging(log)
loop = asyncio.new_event_loop()
loop.call_exception_handler({})
loop.call_exception_handler({"message": ""})
loop.close()

# trace 3.8..
#      0  ERROR Unhandled exception in event loop
#      0  ERROR Unhandled exception in event loop
