"""The single pass of a run stopped beforehand polls, so waiting data is delivered."""
# clause: STOP-2, STOP-4
# level: documented
# ops: readers
# divergence: SCHED-03
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log("readable", right.recv(1))
    loop.remove_reader(right)


loop.add_reader(right, reader)
left.send(b"x")
loop.call_later(8, loop.stop)
loop.stop()
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  stopped
