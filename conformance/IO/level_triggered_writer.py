"""A writer is called again in every pass while its descriptor takes data."""
# clause: IO-5
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
calls = 0

def writable():
    global calls
    calls += 1
    log("writable", calls)
    if calls == 3:
        loop.remove_writer(left)

loop.add_writer(left, writable)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  writable 1
#      0  writable 2
#      0  writable 3
