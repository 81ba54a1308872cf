"""An exception that leaves a callback is given to the exception handler of the loop."""
# clause: EXC-1
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
given = ValueError("given")


def handler(which, context):
    log(which is loop, context["exception"] is given)


def fail():
    raise given


loop.set_exception_handler(handler)
loop.call_soon(fail)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  True True
