"""add_reader and add_writer return nothing."""
# clause: IO-1
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
log(loop.add_reader(right, log, "never"), loop.add_writer(right, log, "never"))
loop.remove_reader(right)
loop.remove_writer(right)
loop.close()

# trace 3.8..
#      0  None None
