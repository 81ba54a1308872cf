"""A callback added between completion and the next pass runs behind those that were there."""
# clause: FUT-6
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(lambda done: log("there before"))
future.set_result(None)
future.add_done_callback(lambda done: log("added after"))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  there before
#      0  added after
