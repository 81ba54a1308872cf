"""A pass polls once, whether it finds callbacks, a descriptor, a timer or all of them."""
# clause: READY-20, READY-1
# level: detail
# ops: readers, polls
import asyncio
from scenario import log, polls, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1), polls())

def first():
    log("first", polls())
    left.send(b"x")
    loop.call_later(0, log_polls, "timer of no delay")
    loop.call_soon(log_polls, "queued")

def log_polls(name):
    log(name, polls())

log("not yet run", polls())
loop.add_reader(right, readable)
loop.call_soon(first)
loop.call_soon(log_polls, "second")
loop.call_later(0.25, log_polls, "quarter")
loop.call_later(0.25, loop.call_soon, loop.stop)
loop.run_forever()
loop.remove_reader(right)
log("stopped", polls())
loop.close()

# trace 3.8..
#      0  not yet run 0
#      0  first 1
#      0  second 1
#      0  queued 2
#      0  readable b'x' 2
#      0  timer of no delay 2
#    250  quarter 3
#    250  stopped 4
