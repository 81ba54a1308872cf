"""close() drops timers, due or not: they do not run, and the loop lets go of them."""
# clause: STOP-17
# level: documented
# divergence: SCHED-13
import asyncio
from scenario import collect, log, pause


class Callback:
    def __call__(self):
        log("called")

    def __del__(self):
        log("dropped")


loop = asyncio.new_event_loop()
loop.call_later(0.125, Callback())
loop.call_later(0.5, Callback())
pause(0.25)
loop.close()
collect()
log("closed")

# trace 3.8..
#    250  dropped
#    250  dropped
#    250  closed
