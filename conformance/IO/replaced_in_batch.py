"""A reader replaced earlier in its batch is skipped; the new one is called after the next poll."""
# clause: IO-8
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("new reader", right.recv(1))

def replace():
    log("replaced")
    loop.add_reader(right, readable)
    loop.call_soon(log, "queued")

left.send(b"x")
loop.add_reader(right, log, "old reader")
loop.call_soon(replace)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  replaced
#      0  queued
#      0  new reader b'x'
