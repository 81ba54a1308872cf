"""A reader added in a batch is looked at by the next poll, not in this batch."""
# clause: IO-8
# level: defacto
# ops: readers
# In which order a pass takes queued callbacks and I/O is another matter (READY-3).
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1), group="pass2")

def first():
    loop.add_reader(right, readable)
    loop.call_soon(queued)
    log("added")

def queued():
    log("queued, one pass later", group="pass2")
    loop.call_soon(log, "queued, two passes later")

left.send(b"x")
loop.call_soon(first)
loop.call_soon(log, "rest of the batch")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  added
#      0  rest of the batch
#      0 ~pass2  queued, one pass later
#      0 ~pass2  readable b'x'
#      0  queued, two passes later
