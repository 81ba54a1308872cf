"""An exception queues the callbacks as a result does."""
# clause: FUT-5
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(lambda done: log(type(done.exception()).__name__))
future.set_exception(ValueError())
log("set")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  set
#      0  ValueError
