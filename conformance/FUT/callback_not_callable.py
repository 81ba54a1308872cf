"""What cannot be called as a done callback is reported when its turn comes, and the others run."""
# clause: FUT-5, EXC-1
# level: documented
# ops: futures, handler
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda which, context: log("reported"))
future = loop.create_future()
future.add_done_callback(None)
future.add_done_callback(lambda done: log("called"))
future.set_result(None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  reported
#      0  called
