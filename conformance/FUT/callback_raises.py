"""A callback that raises is reported, and the callbacks after it run."""
# clause: FUT-8
# level: defacto
# ops: futures, handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def fail(done):
    raise ValueError


loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
future.add_done_callback(lambda done: log("before"))
future.add_done_callback(fail)
future.add_done_callback(lambda done: log("after", done.result()))
future.set_result("unchanged")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  before
#      0  ValueError
#      0  after unchanged
