"""A reader is called, with its arguments, when its descriptor has something to read."""
# clause: IO-1
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable(name, number):
    log("readable", name, number, right.recv(10))

loop.add_reader(right, readable, "right", 7)
loop.call_later(0.25, left.send, b"hello")
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#    250  readable right 7 b'hello'
