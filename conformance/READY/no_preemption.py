"""A slow callback is never interrupted, not by timers, I/O or what it queues itself."""
# clause: READY-12
# level: documented
# ops: readers
import asyncio
from scenario import log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1), group="waiting")

def other(name):
    log(name, group="waiting")

def slow():
    log("slow begins")
    loop.call_soon(other, "queued")
    left.send(b"x")
    pause(0.5)
    log("slow ends")

loop.add_reader(right, readable)
loop.call_later(0.125, other, "timer")
loop.call_soon(slow)
loop.call_later(1, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  slow begins
#    500  slow ends
#    500 ~waiting  queued
#    500 ~waiting  readable b'x'
#    500 ~waiting  timer
