"""A queued callback that removes a reader wins over its event: the reader does not run."""
# clause: IO-7
# level: defacto
# ops: readers
# divergence: SCHED-09
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def remove():
    log("removed:", loop.remove_reader(right))

left.send(b"x")
loop.add_reader(right, log, "never")
loop.call_soon(remove)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  removed: True
