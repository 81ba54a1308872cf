"""An exception raised by run_until_complete counts as retrieved: no report."""
# clause: EXC-12
# level: defacto
# ops: handler, futures
# divergence: EXC-03
import asyncio
from scenario import collect, log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
future = loop.create_future()
future.set_exception(ValueError())
try:
    loop.run_until_complete(future)
except ValueError:
    log("retrieved")
del future
collect()
log("collected")
loop.close()

# trace 3.8..
#      0  retrieved
#      0  collected
