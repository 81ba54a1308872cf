"""A reader removed and added again in its batch is called after the next poll, once."""
# clause: IO-8, IO-7
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable", right.recv(1))

def renew():
    loop.remove_reader(right)
    loop.add_reader(right, readable)
    log("removed and added")
    loop.call_soon(log, "queued")

left.send(b"x")
loop.add_reader(right, readable)
loop.call_soon(renew)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  removed and added
#      0  queued
#      0  readable b'x'
