"""A reader that was removed is not called, whatever there is to read."""
# clause: IO-6
# level: documented
# ops: readers
# divergence: IO-01
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_reader(right, log, "never")
left.send(b"x")
loop.remove_reader(right)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    125  stopped
