"""A reader that reads nothing is called exactly once in each pass."""
# clause: IO-5
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def queued(number):
    log("queued", number)
    if number < 3:
        loop.call_soon(queued, number + 1)
    else:
        loop.remove_reader(right)

left.send(b"x")
loop.add_reader(right, log, "readable")
loop.call_soon(queued, 1)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued 1
#      0  readable
#      0  queued 2
#      0  readable
#      0  queued 3
