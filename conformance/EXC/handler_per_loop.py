"""Each loop has an exception handler of its own."""
# clause: EXC-6
# level: documented
# ops: handler
import asyncio
from scenario import log

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()
one.set_exception_handler(lambda which, context: log("handler of one", which is one))
two.set_exception_handler(lambda which, context: log("handler of two", which is two))
two.call_exception_handler({"message": "the message"})
one.call_exception_handler({"message": "the message"})
one.close()
two.close()

# trace 3.8..
#      0  handler of two True
#      0  handler of one True
