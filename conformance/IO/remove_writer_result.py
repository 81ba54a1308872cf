"""remove_writer tells whether there was a writer: no, yes, no."""
# clause: IO-6
# level: documented
# ops: readers
# divergence: IO-03
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
log("never added:", loop.remove_writer(right))
loop.add_writer(right, log, "never")
log("added:", loop.remove_writer(right))
log("removed before:", loop.remove_writer(right))
loop.close()

# trace 3.8..
#      0  never added: False
#      0  added: True
#      0  removed before: False
