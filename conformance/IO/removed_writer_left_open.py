"""A writer that was removed is not called, though its socket stays open and writable."""
# clause: IO-6
# level: documented
# ops: readers
# divergence: IO-01
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_writer(right, log, "never")
loop.remove_writer(right)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    125  stopped
