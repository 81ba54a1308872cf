"""In one batch the I/O of this pass's poll comes before a timer that is overdue."""
# clause: READY-3
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

loop.call_at(loop.time() - 1, log, "timer")
loop.add_reader(right, readable)
left.send(b"x")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  timer
