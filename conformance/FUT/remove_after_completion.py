"""After completion there is nothing to remove, and what was queued runs."""
# clause: FUT-7
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def callback(done):
    log("called all the same")


future.add_done_callback(callback)
future.set_result(None)
log(future.remove_done_callback(callback))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  0
#      0  called all the same
