"""A callback added to a done future is queued at once, behind what is queued already."""
# clause: FUT-6
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result("result")
loop.call_soon(log, "queued before")
future.add_done_callback(lambda done: log("callback", done.result()))
loop.call_soon(log, "queued after")
log("added")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  added
#      0  queued before
#      0  callback result
#      0  queued after
