"""A callback may remove a reader and close its socket in the batch in which the reader is due."""
# clause: IO-7
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def close():
    loop.remove_reader(right)
    right.close()
    log("closed")

left.send(b"x")
loop.add_reader(right, log, "never")
loop.call_soon(close)
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  closed
#    125  stopped
