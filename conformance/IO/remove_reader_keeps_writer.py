"""Removing the reader of a descriptor leaves its writer alone."""
# clause: IO-1, IO-6
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def writable():
    log("writable")
    loop.remove_writer(right)

loop.add_writer(right, writable)
loop.add_reader(right, log, "never")
loop.remove_reader(right)
left.send(b"x")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  writable
