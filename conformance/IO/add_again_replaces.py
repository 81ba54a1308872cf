"""Adding a reader again replaces the callback: only the new one is called, and one is there."""
# clause: IO-2
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable(name):
    log(name, right.recv(1))

loop.add_reader(right, readable, "old")
loop.add_reader(right, readable, "new")
left.send(b"x")
loop.call_later(0.125, loop.remove_reader, right)
loop.call_later(0.25, left.send, b"y")
loop.call_later(0.375, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  new b'x'
