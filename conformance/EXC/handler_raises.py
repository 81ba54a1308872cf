"""An exception in the handler is logged by the default handler, and the loop goes on."""
# clause: EXC-7
# level: defacto
# ops: handler
import asyncio
from scenario import capture_logging, log

loop = asyncio.new_event_loop()


def record(level, text):
    log(level, text.split("\n")[0])


def handler(which, context):
    log("handler")
    raise ValueError


def fail():
    raise KeyError


capture_logging(record)
loop.set_exception_handler(handler)
loop.call_soon(fail)
loop.call_soon(log, "next of the batch")
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  handler
#      0  ERROR Unhandled error in exception handler
#      0  next of the batch
#    250  stopped
