"""One batch holds what was queued, then I/O, then due timers, in whatever order they came about."""
# clause: READY-3
# level: defacto
# ops: readers
# divergence: SCHED-09
import asyncio
from scenario import log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def slow():
    pause(0.25)
    log("the timer is overdue")
    left.send(b"x")
    loop.call_soon(log, "queued")

loop.call_later(0.125, log, "timer")
loop.add_reader(right, readable)
loop.call_soon(slow)
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#    250  the timer is overdue
#    250  queued
#    250  readable b'x'
#    250  timer
