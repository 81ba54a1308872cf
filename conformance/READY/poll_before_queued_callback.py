"""Between queueing a callback and its turn lies a poll: it cannot undo an event of before."""
# clause: READY-4
# level: documented
# ops: readers
# In which order a pass takes queued callbacks and I/O is another matter (READY-3).
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("reader called", group="pass2")

def prepare():
    log("queues a callback")
    loop.call_soon(drain)
    left.send(b"x")

def drain():
    log("drained", right.recv(1), group="pass2")

loop.add_reader(right, readable)
loop.call_soon(prepare)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  queues a callback
#      0 ~pass2  drained b'x'
#      0 ~pass2  reader called
