"""A reader that replaces another in its batch owes nothing to the old event."""
# clause: IO-8
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def replace():
    loop.add_reader(right, log, "new reader")
    log("drained", right.recv(1))

left.send(b"x")
loop.add_reader(right, log, "old reader")
loop.call_soon(replace)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  drained b'x'
