"""A queued callback that removes a reader wins over its event: the reader does not run."""
# clause: IO-7, READY-3
# level: defacto
# ops: readers
# divergence: SCHED-09
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def prepare():
    left.send(b"x")
    loop.add_reader(right, log, "reader called")
    loop.call_soon(remove)

def remove():
    loop.remove_reader(right)
    log("removed")

loop.call_soon(prepare)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  removed
