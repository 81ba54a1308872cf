"""SystemExit from a timer leaves the run; the other timer due with it runs in the next run."""
# clause: EXC-4
# level: defacto
# divergence: SCHED-11
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()


def leave():
    raise SystemExit


loop.call_later(0.125, leave)
loop.call_later(0.25, log, "other timer")
loop.call_later(0.75, loop.stop)
pause(0.5)
try:
    loop.run_forever()
except SystemExit:
    log("left")
pause(0.125)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    500  left
#    625  other timer
#    750  stopped
