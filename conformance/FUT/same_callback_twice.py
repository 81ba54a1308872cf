"""A callback added twice runs twice."""
# clause: FUT-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def callback(done):
    log("called")


future.add_done_callback(callback)
future.add_done_callback(callback)
future.set_result(None)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  called
#      0  called
