"""A finished future stays finished and a cancelled one cancelled, whatever is tried."""
# clause: FUT-1
# level: documented
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
finished = loop.create_future()
finished.set_result("kept")
log(finished.cancel(), finished.cancelled(), finished.result())
cancelled = loop.create_future()
cancelled.cancel()
try:
    cancelled.set_result("late")
except asyncio.InvalidStateError:
    log("refused")
log(cancelled.cancelled())
loop.close()

# trace 3.8..
#      0  False False kept
#      0  refused
#      0  True
