"""A future destroyed pending, cancelled or with a result is not reported."""
# clause: EXC-12
# level: defacto
# ops: handler, futures
import asyncio
from scenario import collect, log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(context["message"]))
pending = loop.create_future()
cancelled = loop.create_future()
cancelled.cancel()
finished = loop.create_future()
finished.set_result(42)
del pending, cancelled, finished
collect()
log("collected")
loop.close()

# trace 3.8..
#      0  collected
