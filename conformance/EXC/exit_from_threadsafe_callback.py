"""SystemExit from a callback that another thread queued leaves the run of the loop's thread."""
# clause: EXC-4
# level: defacto
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()


def leave():
    raise SystemExit


in_thread(loop.call_soon_threadsafe, leave)
loop.call_soon(loop.stop)
try:
    loop.run_forever()
except SystemExit:
    log("left")
loop.close()

# trace 3.8..
#      0  left
