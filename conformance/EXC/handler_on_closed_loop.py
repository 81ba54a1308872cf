"""The exception handler of a closed loop can still be called."""
# clause: EXC-6, STOP-18
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
loop.close()
loop.call_exception_handler({"message": "the message"})

# trace 3.8..
#      0  the message
