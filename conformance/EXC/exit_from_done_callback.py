"""SystemExit from a done callback leaves the run; the other callbacks run in the next."""
# clause: EXC-4
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
future = loop.create_future()


def leave(done):
    raise SystemExit


def other(done):
    log("other callback", done.result())
    loop.stop()


future.add_done_callback(leave)
future.add_done_callback(other)
future.set_result(42)
try:
    loop.run_forever()
except SystemExit:
    log("left")
loop.run_forever()
loop.close()

# trace 3.8..
#      0  left
#      0  other callback 42
