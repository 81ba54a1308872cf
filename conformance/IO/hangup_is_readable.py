"""When the other end is closed a descriptor is readable: the reader meets the end of the stream."""
# clause: IO-13
# level: detail
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))
    loop.remove_reader(right)

loop.add_reader(right, readable)
loop.call_later(0.125, left.close)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  readable b''
