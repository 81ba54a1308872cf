"""cancel() of a failed future returns False, changes nothing, and yet silences the report."""
# clause: EXC-12
# level: defacto
# ops: handler, futures
import asyncio
from scenario import collect, log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
future = loop.create_future()
future.set_exception(ValueError())
log("cancel", future.cancel(), "cancelled", future.cancelled())
del future
collect()
log("collected")
loop.close()

# trace 3.8..
#      0  cancel False cancelled False
#      0  collected
