"""The place of a cancelled handle in a batch is used up: nothing newer moves into it."""
# clause: READY-5
# level: documented
# ops: readers
# In which order a pass takes queued callbacks and I/O is another matter (READY-3).
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1), group="pass2")

def first():
    log("first")
    victim.cancel()
    left.send(b"x")
    loop.call_soon(second)

def second():
    log("second, one pass later", group="pass2")
    loop.call_soon(log, "third, after the poll that found the byte")

loop.add_reader(right, readable)
loop.call_soon(first)
victim = loop.call_soon(log, "victim")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  first
#      0 ~pass2  second, one pass later
#      0 ~pass2  readable b'x'
#      0  third, after the poll that found the byte
