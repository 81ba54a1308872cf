"""close() drops queued callbacks: they do not run, and the loop lets go of them."""
# clause: STOP-17
# level: documented
# divergence: SCHED-13
import asyncio
from scenario import collect, log


class Callback:
    def __call__(self):
        log("called")

    def __del__(self):
        log("dropped")


loop = asyncio.new_event_loop()
loop.call_soon(Callback())
loop.close()
collect()
log("closed")

# trace 3.8..
#      0  dropped
#      0  closed
