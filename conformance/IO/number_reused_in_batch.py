"""After removing and closing, a new socket with the same number has a reader of its own."""
# clause: IO-7
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
left.send(b"x")

def readable(end):
    log("new reader", end.recv(1))

def replace():
    loop.remove_reader(right)
    number = right.fileno()
    right.close()
    a, b = socketpair()
    log("same number:", number in (a.fileno(), b.fileno()))
    loop.add_reader(a, readable, a)
    loop.add_reader(b, readable, b)
    a.send(b"y")
    loop.call_later(0.125, stop, a, b)

def stop(a, b):
    loop.remove_reader(a)
    loop.remove_reader(b)
    loop.stop()

loop.add_reader(right, log, "never")
loop.call_soon(replace)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  same number: True
#      0  new reader b'y'
