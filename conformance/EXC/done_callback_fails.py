"""An exception in one done callback goes to the handler; the other callbacks run."""
# clause: EXC-1
# level: documented
# ops: handler, futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def fail(done):
    raise ValueError


def succeed(done):
    log("result", done.result())
    loop.stop()


loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
future.add_done_callback(fail)
future.add_done_callback(succeed)
future.set_result(42)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  ValueError
#      0  result 42
