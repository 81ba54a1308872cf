"""Callbacks come after what was queued before the completion, and before what is queued later."""
# clause: FUT-5
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(lambda done: log("callback"))
loop.call_soon(log, "queued before")
future.set_result(None)
loop.call_soon(log, "queued after")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued before
#      0  callback
#      0  queued after
