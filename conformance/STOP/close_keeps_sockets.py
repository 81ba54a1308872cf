"""close() forgets the registered descriptors but does not close them."""
# clause: STOP-17
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.add_reader(right, log, "never called")
left.send(b"x")
loop.close()
log("received", right.recv(1))

# trace 3.8..
#      0  received b'x'
