"""A reader removed and added again in its batch is called after the next poll, once."""
# clause: IO-8, IO-7
# level: defacto
# ops: readers
# In which order a pass takes queued callbacks and I/O is another matter (READY-3).
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1), group="pass2")

def renew():
    loop.remove_reader(right)
    loop.add_reader(right, readable)
    log("removed and added")
    loop.call_soon(queued)

def queued():
    log("queued, one pass later", group="pass2")
    loop.call_soon(log, "queued, two passes later")

left.send(b"x")
loop.add_reader(right, readable)
loop.call_soon(renew)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  removed and added
#      0 ~pass2  queued, one pass later
#      0 ~pass2  readable b'x'
#      0  queued, two passes later
