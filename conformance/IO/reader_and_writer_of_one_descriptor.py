"""The reader and the writer of one descriptor are called each for its own event."""
# clause: IO-1
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def writable():
    log("writable")
    loop.remove_writer(right)

loop.add_reader(right, readable)
loop.add_writer(right, writable)
loop.call_later(0.125, left.send, b"x")
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  writable
#    125  readable b'x'
