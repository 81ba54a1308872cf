"""Adding a writer again replaces the callback and leaves the reader alone."""
# clause: IO-2
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def writable(name):
    log(name)
    loop.remove_writer(right)

loop.add_writer(right, writable, "old")
loop.add_reader(right, readable)
loop.add_writer(right, writable, "new")
left.send(b"x")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  new
