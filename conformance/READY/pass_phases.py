"""Every pass polls, queues I/O, then due timers, and then runs the batch: so it goes twice here."""
# clause: READY-1
# level: defacto
# ops: readers
# divergence: SCHED-09
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def prepare(number):
    loop.call_later(-1, log, "timer", number)
    left.send(b"x")
    loop.call_soon(queued, number)

def queued(number):
    log("queued", number)
    if number < 2:
        loop.call_soon(prepare, number + 1)

def readable():
    log("readable", right.recv(1))

loop.add_reader(right, readable)
loop.call_soon(prepare, 1)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  queued 1
#      0  readable b'x'
#      0  timer 1
#      0  queued 2
#      0  readable b'x'
#      0  timer 2
