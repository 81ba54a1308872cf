"""A descriptor's number and the object it belongs to mean the same registration."""
# clause: IO-18
# level: defacto
# ops: readers
# divergence: IO-17
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable(name):
    log(name, right.recv(1))

left.send(b"x")
loop.add_reader(right, readable, "added by object")
loop.add_reader(right.fileno(), readable, "added by number")
loop.call_later(0.125, loop.remove_reader, right)
loop.call_later(0.25, left.send, b"y")
loop.call_later(0.375, loop.add_reader, right, readable, "added by object again")
loop.call_later(0.5, loop.remove_reader, right.fileno())
loop.call_later(0.625, left.send, b"z")
loop.call_later(0.75, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  added by number b'x'
#    375  added by object again b'y'
