"""Two descriptors ready in one poll are served in one batch; which first is left open."""
# clause: IO-4
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
a, b = socketpair()

def readable(end, name):
    log("readable", name, end.recv(1), group="ready")
    loop.call_soon(log, "queued by a reader")

a.send(b"x")
b.send(b"x")
loop.add_reader(a, readable, a, "a")
loop.add_reader(b, readable, b, "b")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(a)
loop.remove_reader(b)
loop.close()

# trace 3.8..
#      0 ~ready  readable a b'x'
#      0 ~ready  readable b b'x'
#      0  queued by a reader
#      0  queued by a reader
