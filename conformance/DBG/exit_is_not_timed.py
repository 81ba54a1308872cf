"""A callback that leaves the run leaves it at once, and nothing is said of the time it took."""
# clause: DBG-5
# level: documented
# ops: debug
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()


def leave():
    pause(0.25)
    raise SystemExit


capture_logging(log)
loop.set_debug(True)
loop.call_soon(leave)
try:
    loop.run_forever()
except SystemExit:
    log("left")
loop.close()

# trace 3.8..
#    250  left
