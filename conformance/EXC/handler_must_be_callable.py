"""set_exception_handler refuses what cannot be called, and keeps the handler it has."""
# clause: EXC-6
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log("first handler"))
for thing in (42, "text", []):
    try:
        loop.set_exception_handler(thing)
    except TypeError as error:
        log(type(error).__name__)
loop.call_exception_handler({"message": "the message"})
loop.close()

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  first handler
