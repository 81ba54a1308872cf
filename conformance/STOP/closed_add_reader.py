"""add_reader is refused on a closed loop."""
# clause: STOP-18
# level: defacto
# ops: readers
# divergence: SCHED-13
import asyncio
from scenario import log, socketpair

loop = asyncio.new_event_loop()
left, right = socketpair()
loop.close()
try:
    loop.add_reader(right, log, "never called")
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
