"""A future destroyed after its loop was closed is reported to the loop's handler all the same."""
# clause: EXC-11, STOP-18
# level: documented
# ops: handler, futures
import asyncio
from scenario import collect, log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
future = loop.create_future()
future.set_exception(ValueError())
loop.close()
del future
collect()
log("collected")

# trace 3.8..
#      0  Future exception was never retrieved
#      0  collected
