"""A writer is called with its arguments when its descriptor takes data."""
# clause: IO-1
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def writable(data):
    left.send(data)
    log("writable", right.recv(10))
    loop.remove_writer(left)

loop.add_writer(left, writable, b"hello")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  writable b'hello'
