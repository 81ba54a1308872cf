"""When the other end is closed a full descriptor counts as writable: the writer meets the error."""
# clause: IO-13
# level: detail
# ops: readers
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()

def writable():
    loop.remove_writer(left)
    try:
        left.send(b"x")
    except OSError as error:
        log("writable", type(error).__name__)

try:
    while True:
        left.send(b"x" * 4096)
except BlockingIOError:
    log("full")
loop.add_writer(left, writable)
loop.call_later(0.125, right.close)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  full
#    125  writable BrokenPipeError
