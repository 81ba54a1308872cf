"""A future destroyed with an exception that nobody asked for is reported to the handler."""
# clause: EXC-11
# level: documented
# ops: handler, futures
# divergence: EXC-03
import asyncio
from scenario import collect, log

loop = asyncio.new_event_loop()
given = ValueError("given")


def handler(which, context):
    log(context["message"])
    log(context["exception"] is given, isinstance(context["future"], asyncio.Future))


loop.set_exception_handler(handler)
future = loop.create_future()
future.set_exception(given)
log("failed")
del future
collect()
log("collected")
loop.close()

# trace 3.8..
#      0  failed
#      0  Future exception was never retrieved
#      0  True True
#      0  collected
