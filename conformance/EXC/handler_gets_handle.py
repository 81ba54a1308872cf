"""The handle that the handler is told of is the one that call_soon returned."""
# clause: EXC-1
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    log(context["handle"] is failing, context["handle"] is other)


def fail():
    raise ValueError


loop.set_exception_handler(handler)
failing = loop.call_soon(fail)
other = loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  True False
