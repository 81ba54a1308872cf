"""In debug mode the handler is also told where the failed handle was created."""
# clause: EXC-3
# level: documented
# ops: handler, debug
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    log("source_traceback", "source_traceback" in context)


def fail():
    raise ValueError


loop.set_exception_handler(handler)
for debug in (False, True):
    loop.set_debug(debug)
    loop.call_soon(fail)
    loop.call_soon(loop.stop)
    loop.run_forever()
loop.close()

# trace 3.8..
#      0  source_traceback False
#      0  source_traceback True
