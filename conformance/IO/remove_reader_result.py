"""remove_reader tells whether there was a reader: no, yes, no."""
# clause: IO-6
# level: documented
# ops: readers
# divergence: IO-03
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
log("never added:", loop.remove_reader(right))
loop.add_reader(right, log, "never")
log("added:", loop.remove_reader(right))
log("removed before:", loop.remove_reader(right))
loop.close()

# trace 3.8..
#      0  never added: False
#      0  added: True
#      0  removed before: False
