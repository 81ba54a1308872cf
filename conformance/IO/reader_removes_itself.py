"""A reader may remove itself while it runs."""
# clause: IO-6
# level: documented
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def readable():
    log("readable, removed:", loop.remove_reader(right))

left.send(b"x")
loop.add_reader(right, readable)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  readable, removed: True
