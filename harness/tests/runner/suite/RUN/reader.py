"""A reader is called when its descriptor is readable."""
# clause: IO-1
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log("read", right.recv(10))
    loop.remove_reader(right)
    loop.stop()


loop.add_reader(right, reader)
left.send(b"x")
loop.run_forever()
loop.close()

# trace 3.8..
#      0  read b'x'
