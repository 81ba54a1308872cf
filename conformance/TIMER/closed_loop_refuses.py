"""After close call_later and call_at raise RuntimeError."""
# clause: TIMER-22
# level: defacto
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.close()
try:
    loop.call_later(0.125, log, "never")
except RuntimeError as error:
    log("call_later", type(error).__name__)
try:
    loop.call_at(loop.time() + 0.125, log, "never")
except RuntimeError as error:
    log("call_at", type(error).__name__)

# trace 3.8..
#      0  call_later RuntimeError
#      0  call_at RuntimeError
