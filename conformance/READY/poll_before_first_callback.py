"""The first callback of a run finds that the loop has polled already: it cannot undo the event."""
# clause: READY-7
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def drain():
    log("drained", right.recv(1))

loop.add_reader(right, log, "reader called")
loop.call_soon(drain)
left.send(b"x")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  drained b'x'
#      0  reader called
