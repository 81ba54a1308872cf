"""A callback queued by an I/O callback waits for the next pass, so the due timer is ahead of it."""
# clause: READY-3, READY-4
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))
    loop.call_soon(log, "queued by the reader")

left.send(b"x")
loop.add_reader(right, readable)
loop.call_at(loop.time() - 1, log, "timer")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  timer
#      0  queued by the reader
