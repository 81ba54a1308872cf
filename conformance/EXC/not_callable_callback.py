"""A callback that cannot be called is reported when its turn comes, as a failing one is."""
# clause: EXC-1, READY-18
# level: documented
# ops: handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
loop.call_soon(None)
log("queued")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
#      0  TypeError
