"""set_exception_handler(None) restores the default handler."""
# clause: EXC-6
# level: documented
# ops: handler
import asyncio
from scenario import capture_logging, log

capture_logging(log)
loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log("handler"))
loop.call_exception_handler({"message": "first message"})
loop.set_exception_handler(None)
loop.call_exception_handler({"message": "second message"})
loop.close()

# trace 3.8..
#      0  handler
#      0  ERROR second message
