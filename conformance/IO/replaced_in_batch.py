"""A reader replaced earlier in its batch is skipped; the new one is called after the next poll."""
# clause: IO-8
# level: defacto
# ops: readers
# In which order a pass takes queued callbacks and I/O is another matter (READY-3).
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("new reader", right.recv(1), group="pass2")

def replace():
    log("replaced")
    loop.add_reader(right, readable)
    loop.call_soon(queued)

def queued():
    log("queued, one pass later", group="pass2")
    loop.call_soon(log, "queued, two passes later")

left.send(b"x")
loop.add_reader(right, log, "old reader")
loop.call_soon(replace)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  replaced
#      0 ~pass2  queued, one pass later
#      0 ~pass2  new reader b'x'
#      0  queued, two passes later
