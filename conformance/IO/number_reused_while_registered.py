"""A number used again while its old registration stands: the new reader may be dead."""
# clause: IO-14
# level: detail
# ops: readers
# divergence: IO-05
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
number = right.fileno()

def readable(name):
    log(name)
    loop.remove_reader(number)

left.close()
loop.add_reader(right, readable, "old reader")
right.close()
a, b = socketpair()
for end, other in ((a, b), (b, a)):
    if end.fileno() == number:
        other.send(b"x")
        loop.add_reader(end, readable, "new reader")
loop.call_later(0.125, loop.remove_reader, number)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  stopped
