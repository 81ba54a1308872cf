"""A run left by SystemExit is over: not running, and no running loop."""
# clause: STOP-16, EXC-4
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def leave():
    raise SystemExit(1)


loop.call_soon(leave)
try:
    loop.run_forever()
except SystemExit:
    log("left")
log("running", loop.is_running())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  left
#      0  running False
#      0  RuntimeError
