"""After stop() the rest of the batch still runs, but nothing that the batch queued."""
# clause: STOP-1, STOP-3
# level: documented
# divergence: SCHED-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def first():
    log("first")
    loop.stop()
    loop.call_soon(log, "queued after stop")


loop.call_soon(first)
loop.call_soon(log, "second")
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  first
#      0  second
#      0  stopped
