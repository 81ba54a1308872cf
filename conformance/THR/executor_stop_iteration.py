"""StopIteration from a job: the future stays pending before 3.13, and gets RuntimeError since."""
# clause: THR-8
# level: defacto
# ops: executor, handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def job():
    raise StopIteration


def handler(which, context):
    log("handler", type(context["exception"]).__name__)
    loop.stop()


def show(future):
    log("future", type(future.exception()).__name__)
    loop.stop()


loop.set_exception_handler(handler)
future = loop.run_in_executor(None, job)
future.add_done_callback(show)
loop.run_forever()
log("done", future.done())
loop.close()

# trace 3.8..3.12
#      0  handler TypeError
#      0  done False

# trace 3.13..
#      0  future RuntimeError
#      0  done True
