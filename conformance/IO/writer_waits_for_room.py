"""A writer of a full socket is not called before the other end has read."""
# clause: IO-1
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def fill():
    try:
        while True:
            left.send(b"x" * 4096)
    except BlockingIOError:
        log("full")

def drain():
    log("drained")
    try:
        while True:
            right.recv(65536)
    except BlockingIOError:
        pass

def writable():
    log("writable")
    loop.remove_writer(left)

fill()
loop.add_writer(left, writable)
loop.call_later(0.25, drain)
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  full
#    250  drained
#    250  writable
