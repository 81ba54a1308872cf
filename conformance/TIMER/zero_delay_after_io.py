"""A timer without delay comes after the I/O of the pass, although it was made first."""
# clause: TIMER-4
# level: defacto
# ops: readers
# divergence: TIMER-01
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

loop.call_later(0, log, "zero delay")
left.send(b"x")
loop.add_reader(right, readable)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  zero delay
