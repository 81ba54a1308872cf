"""The pass of stop() has polled already, so a reader found ready by it still runs."""
# clause: STOP-4
# level: defacto
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()


def reader():
    log("readable", right.recv(1))


loop.add_reader(right, reader)
left.send(b"x")
loop.call_soon(loop.stop)
loop.run_forever()
log("stopped")
loop.remove_reader(right)
loop.close()

# trace 3.8..
#      0  readable b'x'
#      0  stopped
