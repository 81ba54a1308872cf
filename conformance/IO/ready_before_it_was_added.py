"""What became readable before the reader was added counts."""
# clause: IO-5
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

left.send(b"x")
loop.call_later(0.25, loop.add_reader, right, readable)
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#    250  readable b'x'
