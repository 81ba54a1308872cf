"""A reader may replace itself: the next event is the new one's."""
# clause: IO-8
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def old():
    log("old reader", right.recv(1))
    loop.add_reader(right, new)

def new():
    log("new reader", right.recv(1))

left.send(b"ab")
loop.add_reader(right, old)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  old reader b'a'
#      0  new reader b'b'
