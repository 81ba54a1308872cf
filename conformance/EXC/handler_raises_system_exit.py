"""SystemExit raised by the handler leaves the run; the rest of the batch stays queued."""
# clause: EXC-8
# level: defacto
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def handler(which, context):
    raise SystemExit


def fail():
    raise ValueError


loop.set_exception_handler(handler)
loop.call_soon(fail)
loop.call_soon(log, "rest of the batch")
loop.call_soon(loop.stop)
try:
    loop.run_forever()
except SystemExit:
    log("left")
loop.run_forever()
loop.close()

# trace 3.8..
#      0  left
#      0  rest of the batch
