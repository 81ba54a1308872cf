"""A reader may remove itself while it runs: it goes on to its end, and is not called again."""
# clause: IO-6
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable(name):
    loop.remove_reader(right)
    log(name)

left.send(b"x")
loop.add_reader(right, readable, "readable")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  readable
