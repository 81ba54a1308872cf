"""The reader of a descriptor is called before its writer also when the writer was added first."""
# clause: IO-3
# level: defacto
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

loop.add_writer(right, writable)
loop.add_reader(right, readable)
left.send(b"x")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  writable
