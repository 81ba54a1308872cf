"""A second set_exception_handler replaces the first; get_exception_handler gives the one in use."""
# clause: EXC-6
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def first(which, context):
    log("first handler")


def second(which, context):
    log("second handler")


log(loop.get_exception_handler())
loop.set_exception_handler(first)
loop.set_exception_handler(second)
log(loop.get_exception_handler() is second)
loop.call_exception_handler({"message": "the message"})
loop.close()

# trace 3.8..
#      0  None
#      0  True
#      0  second handler
