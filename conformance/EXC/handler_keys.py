"""What the handler is told of a failed callback has a message, the exception and the handle."""
# clause: EXC-1
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    for key in ("message", "exception", "handle"):
        log(key, key in context)


def fail():
    raise ValueError


loop.set_exception_handler(handler)
loop.call_soon(fail)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  message True
#      0  exception True
#      0  handle True
