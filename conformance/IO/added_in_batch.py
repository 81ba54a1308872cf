"""A reader added in a batch is first looked at by the next poll."""
# clause: IO-8
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def first():
    loop.add_reader(right, readable)
    loop.call_soon(log, "queued")
    log("added")

left.send(b"x")
loop.call_soon(first)
loop.call_soon(log, "rest of the batch")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  added
#      0  rest of the batch
#      0  queued
#      0  readable b'x'
