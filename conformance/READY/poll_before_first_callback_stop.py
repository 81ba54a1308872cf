"""A run that its first callback stops still delivers the I/O that was ready before it."""
# clause: READY-7
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def first():
    log("first")
    loop.stop()

left.send(b"x")
loop.add_reader(right, readable)
loop.call_soon(first)
loop.run_forever()
log("stopped")
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  first
#      0  readable b'x'
#      0  stopped
