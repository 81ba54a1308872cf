"""A done callback that does not look at the exception leaves it unretrieved."""
# clause: EXC-11
# level: documented
# ops: handler, futures
# divergence: EXC-03
import asyncio
from scenario import collect, log

loop = asyncio.new_event_loop()


def ignore(done):
    log("done", done.done(), done.cancelled())
    loop.stop()


loop.set_exception_handler(lambda which, context: log(context["message"]))
future = loop.create_future()
future.add_done_callback(ignore)
future.set_exception(ValueError())
del future
loop.run_forever()
collect()
log("collected")
loop.close()

# trace 3.8..
#      0  done True False
#      0  Future exception was never retrieved
#      0  collected
