"""In one batch a callback that was queued comes before the I/O of this pass's poll."""
# clause: READY-3
# level: defacto
# ops: readers
# divergence: SCHED-09
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def prepare():
    left.send(b"x")
    loop.add_reader(right, readable)
    loop.call_soon(log, "queued")

loop.call_soon(prepare)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  queued
#      0  readable b'x'
