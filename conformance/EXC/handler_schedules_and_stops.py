"""The handler runs inside the batch: what it queues runs in the next pass."""
# clause: EXC-1, STOP-1
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    log("handler")
    which.call_soon(log, "queued by the handler")
    which.call_soon(which.stop)


def fail():
    raise ValueError


loop.set_exception_handler(handler)
loop.call_soon(fail)
loop.call_soon(log, "next of the batch")
loop.run_forever()
loop.close()

# trace 3.8..
#      0  handler
#      0  next of the batch
#      0  queued by the handler
