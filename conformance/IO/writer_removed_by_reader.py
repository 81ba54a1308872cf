"""A reader that removes the writer of its own descriptor keeps it from running in this batch."""
# clause: IO-7
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    loop.remove_writer(right)
    log("readable", right.recv(1))

left.send(b"x")
loop.add_reader(right, readable)
loop.add_writer(right, log, "never")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
