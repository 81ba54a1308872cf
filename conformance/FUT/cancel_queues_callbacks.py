"""Cancelling a future queues its callbacks too."""
# clause: FUT-5, FUT-4
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(lambda done: log("callback", done.cancelled()))
future.cancel()
log("cancelled")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  cancelled
#      0  callback True
