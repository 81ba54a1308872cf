"""remove_reader and remove_writer of a closed loop find nothing, and are no error."""
# clause: STOP-18
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_reader(right, log, "never called")
loop.close()
log("remove_reader", loop.remove_reader(right))
log("remove_writer", loop.remove_writer(right))

# trace 3.8..
#      0  remove_reader False
#      0  remove_writer False
