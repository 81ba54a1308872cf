"""stop() in the last callback of a batch ends the run with that batch, not with the next."""
# clause: STOP-1
# level: documented
# divergence: SCHED-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def first():
    log("first")
    loop.call_soon(log, "queued by first")


loop.call_soon(first)
loop.call_soon(loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  first
#      0  stopped
