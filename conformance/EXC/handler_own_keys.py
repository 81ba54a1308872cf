"""call_exception_handler gives the handler the loop and the program's own keys, at once."""
# clause: EXC-6
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    log(which is loop, sorted(context), context["own"])


loop.set_exception_handler(handler)
log("before")
loop.call_exception_handler({"message": "the message", "own": 42})
log("after")
loop.close()

# trace 3.8..
#      0  before
#      0  True ['message', 'own'] 42
#      0  after
