"""Removing the writer of a descriptor leaves its reader alone."""
# clause: IO-1, IO-6
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

loop.add_reader(right, readable)
loop.add_writer(right, log, "never")
loop.remove_writer(right)
left.send(b"x")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
