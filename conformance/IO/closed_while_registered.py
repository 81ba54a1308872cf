"""A socket closed without removing its reader: the event is lost, the entry stays."""
# clause: IO-14
# level: detail
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
number = right.fileno()

def readable():
    log("reader called")
    loop.remove_reader(number)

loop.add_reader(right, readable)
left.send(b"x")
right.close()
loop.call_later(0.125, loop.stop)
loop.run_forever()
log("removed:", loop.remove_reader(number))
loop.close()

# trace 3.8..
#    125  removed: True
