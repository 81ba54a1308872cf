"""A hang-up calls the reader and the writer of a descriptor, in that order."""
# clause: IO-13, IO-3
# level: detail
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable")
    loop.remove_reader(left)

def writable():
    log("writable")
    loop.remove_writer(left)

try:
    while True:
        left.send(b"x" * 4096)
except BlockingIOError:
    log("full")
loop.add_writer(left, writable)
loop.add_reader(left, readable)
loop.call_later(0.125, right.close)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  full
#    125  readable
#    125  writable
