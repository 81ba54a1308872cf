"""A refused second result does not run the callbacks again."""
# clause: FUT-3
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(lambda done: log("callback", done.result()))
future.set_result("first")
try:
    future.set_result("second")
except asyncio.InvalidStateError:
    log("refused")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  refused
#      0  callback first
