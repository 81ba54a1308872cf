"""What cannot be called is accepted by call_soon and reported as an error when its turn comes."""
# clause: READY-18
# level: defacto
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def handler(loop, context):
    log("reported", type(context["exception"]).__name__)

loop.set_exception_handler(handler)
loop.call_soon(log, "before")
loop.call_soon(42)
log("accepted")
loop.call_soon(log, "after")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  accepted
#      0  before
#      0  reported TypeError
#      0  after
