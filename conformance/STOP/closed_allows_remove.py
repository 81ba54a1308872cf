"""remove_reader and remove_writer of a closed loop are no error."""
# clause: STOP-18
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_reader(right, log, "never called")
loop.close()
loop.remove_reader(right)
loop.remove_writer(right)
log("closed", loop.is_closed())

# trace 3.8..
#      0  closed True
