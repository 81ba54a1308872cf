"""A timer is not run before its deadline by a pass that happens to come earlier."""
# clause: TIMER-2
# level: documented
# ops: readers
import asyncio
from scenario import log, pause, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
started = loop.time()

def readable():
    log("readable", right.recv(1))

def timer():
    log("timer, early:", loop.time() - started < 0.5)
    loop.stop()

def almost():
    pause(0.375)
    left.send(b"x")

loop.add_reader(right, readable)
loop.call_at(started + 0.5, timer)
loop.call_soon(almost)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#    375  readable b'x'
#    500  timer, early: False
