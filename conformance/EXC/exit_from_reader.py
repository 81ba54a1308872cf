"""KeyboardInterrupt from a reader leaves the run; the writer ready with it runs in the next."""
# clause: EXC-4
# level: defacto
# ops: readers
# divergence: SCHED-11
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log("readable", right.recv(1))
    raise KeyboardInterrupt


def writer():
    log("writable")
    loop.remove_writer(right)
    loop.stop()


loop.add_reader(right, reader)
loop.add_writer(right, writer)
left.send(b"x")
try:
    loop.run_forever()
except KeyboardInterrupt:
    log("left")
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  left
#      0  writable
