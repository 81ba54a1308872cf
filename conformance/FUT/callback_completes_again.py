"""A done callback that completes its future again is refused, and reported."""
# clause: FUT-3, FUT-8
# level: documented
# ops: futures, handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log(type(context["exception"]).__name__))
future = loop.create_future()
future.add_done_callback(lambda done: done.set_result("again"))
future.add_done_callback(lambda done: log("next", done.result()))
future.set_result("first")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  InvalidStateError
#      0  next first
