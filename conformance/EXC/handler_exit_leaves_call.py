"""Outside a run, SystemExit raised by the handler leaves call_exception_handler."""
# clause: EXC-8
# level: defacto
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    raise SystemExit


loop.set_exception_handler(handler)
try:
    loop.call_exception_handler({"message": "the message"})
except SystemExit:
    log("left")
loop.close()

# trace 3.8..
#      0  left
