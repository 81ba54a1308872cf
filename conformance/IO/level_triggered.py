"""A reader is called again in every pass while there is something left to read."""
# clause: IO-5
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

left.send(b"abc")
loop.add_reader(right, readable)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'a'
#      0  readable b'b'
#      0  readable b'c'
